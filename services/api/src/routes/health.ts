import { healthSchema } from '@portofino/contract'
import type { Health } from '@portofino/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'

export interface HealthDependencies {
  /** By name of the part: null while it works, else one sentence. */
  parts: Readonly<Record<string, () => Promise<string | null>>>
}

/** Without these nothing can be answered. */
const vital: readonly string[] = ['database']

export const healthRoute: FastifyPluginAsyncZod<HealthDependencies> = async (app, { parts }) => {
  const schema = {
    summary: 'Whether the server works, part by part',
    description: '503 without a database; `degraded` with 200 while another part is away. For load balancers and monitors.',
    tags: ['operation'],
    response: { 200: healthSchema, 503: healthSchema },
  }
  app.get('/health', { schema }, async (_request, reply) => {
    const health = await measuredHealth(parts)
    const isUp = vital.every((name) => health.parts[name]?.status !== 'degraded')
    if (!isUp) reply.header('retry-after', '2')
    return reply
      .header('cache-control', 'no-store')
      .code(isUp ? 200 : 503)
      .send(health)
  })
}

async function measuredHealth(parts: HealthDependencies['parts']): Promise<Health> {
  const measured = await Promise.all(
    Object.entries(parts).map(async ([name, look]) => {
      const detail = await look()
      return [name, detail === null ? { status: 'ok' as const } : { status: 'degraded' as const, detail }] as const
    }),
  )
  const status = measured.every(([, part]) => part.status === 'ok') ? 'ok' : 'degraded'
  return { status, timestamp: new Date().toISOString(), parts: Object.fromEntries(measured) }
}
