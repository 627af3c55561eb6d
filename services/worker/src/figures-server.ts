import { once } from 'node:events'
import { createServer } from 'node:http'
import { isIPv6 } from 'node:net'
import { isPrivateAddress } from '@portofino/telemetry'

export interface FiguresServerOptions {
  host: string
  /** 0 takes a free one. */
  port: number
  /** The Prometheus exposition and its content type. */
  figures: () => Promise<{ text: string; contentType: string }>
  /** Whether the database answers. */
  isUp: () => Promise<boolean>
}

export interface FiguresServer extends AsyncDisposable {
  url: string
}

interface Reply {
  status: number
  contentType: string
  text: string
}

/** `/metrics` and `/health` of a process that serves nothing else; for loopback and private networks only. */
export async function openFiguresServer({ host, port, ...sources }: FiguresServerOptions): Promise<FiguresServer> {
  const server = createServer((request, response) => {
    void replyTo(request.url ?? '', sources, request.socket.remoteAddress ?? '').then(({ status, contentType, text }) =>
      response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' }).end(text),
    )
  })
  server.listen(port, host)
  await once(server, 'listening').catch((cause: unknown) => {
    throw new Error(`Cannot show figures on ${host}:${port}: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    })
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('Cannot show figures: the server has no port')
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${address.port}`,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function replyTo(
  path: string,
  { figures, isUp }: Pick<FiguresServerOptions, 'figures' | 'isUp'>,
  remoteAddress: string,
): Promise<Reply> {
  if (!isPrivateAddress(remoteAddress)) return plain(403, 'The figures are for private networks.')
  try {
    if (path === '/health') return health(await isUp())
    if (path === '/metrics') return { status: 200, ...(await figures()) }
    return plain(404, 'There are /metrics and /health here.')
  } catch {
    // The database went away in this moment.
    return plain(503, 'The figures cannot be read.')
  }
}

function health(isUp: boolean): Reply {
  const database = isUp ? { status: 'ok' } : { status: 'degraded', detail: 'The database does not answer; nothing is worked on.' }
  const body = { status: database.status, timestamp: new Date().toISOString(), parts: { database } }
  return { status: isUp ? 200 : 503, contentType: 'application/json; charset=utf-8', text: JSON.stringify(body) }
}

function plain(status: number, text: string): Reply {
  return { status, contentType: 'text/plain; charset=utf-8', text: `${text}\n` }
}
