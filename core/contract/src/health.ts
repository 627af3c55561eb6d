import { z } from 'zod'

const part = z.object({
  status: z.enum(['ok', 'degraded']),
  detail: z.string().exactOptional().describe('what is wrong, where something is'),
})

/** `GET /health`. */
export const healthSchema = z
  .object({
    status: z.enum(['ok', 'degraded']),
    timestamp: z.iso.datetime(),
    parts: z.record(z.string(), part).describe('by name: database, queue, disk'),
  })
  .meta({
    id: 'Health',
    examples: [
      {
        status: 'ok',
        timestamp: '2026-01-05T09:30:00.000Z',
        parts: { database: { status: 'ok' }, queue: { status: 'ok' }, disk: { status: 'ok' } },
      },
    ],
  })

export type Health = z.infer<typeof healthSchema>
