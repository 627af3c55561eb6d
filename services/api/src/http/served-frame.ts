import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLogger, createMeters } from '@portofino/telemetry'
import type { Meters } from '@portofino/telemetry'
import { z } from 'zod'
import type { ApiConfig } from '../config.ts'
import { readConfig } from '../config.ts'
import { openServer } from '../server.ts'
import type { ServerFrame } from '../server.ts'
import { Problem } from '../problem.ts'
import { openSite } from './site.ts'

export interface ServedFrame extends AsyncDisposable {
  /** `http://localhost:PORT`. */
  url: string
  port: number
  /** Every line of the log. */
  lines: string[]
  server: Server
  meters: Meters
  close: () => Promise<void>
}

type FrameOptions = Pick<ServerFrame, 'patience'>

/** The server with one route of each kind and nothing behind it, for tests of what all routes have in common. */
export async function servedFrame({ patience, ...given }: Partial<ApiConfig> & FrameOptions = {}): Promise<ServedFrame> {
  const config = { ...readConfig({ PORT: '0' }), ...given }
  const lines: string[] = []
  let port = 0
  const site = openSite(config, () => port)
  const logger = createLogger({ level: 'info', name: 'api', destination: { write: (line) => lines.push(line) } })
  const meters = createMeters()
  const app = await openServer({ config, site, logger, meters, version: '0.0.0', ...(patience && { patience }) })
  const body = z.strictObject({ text: z.string() })
  app.post('/echo', { schema: { body } }, async ({ body: sent }) => sent)
  app.get('/whence', async ({ ip, host, protocol }) => ({ ip, host, protocol }))
  app.get('/never', async () => new Promise(() => {}))
  app.post('/refused', { onRequest: refuse }, async () => null)
  app.get('/failure', async () => {
    throw new Error('canary: select secret from /var/lib')
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const address: AddressInfo | string | null = app.server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
  const close = async (): Promise<void> => app.close()
  const served = { url: `http://localhost:${port}`, port, lines, server: app.server, meters, close }
  return { ...served, [Symbol.asyncDispose]: close }
}

async function refuse(): Promise<never> {
  throw new Problem('forbidden', { detail: 'Nobody may do this.' })
}
