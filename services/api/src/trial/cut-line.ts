import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'

/** A line to a database that a test can cut and mend. */
export interface CutLine extends AsyncDisposable {
  url: string
  cut: () => Promise<void>
  mend: () => Promise<void>
}

export async function cutLine(databaseUrl: string): Promise<CutLine> {
  const target = new URL(databaseUrl)
  const folder = target.searchParams.get('host')
  const socketFile = `${folder}/.s.PGSQL.${target.port || '5432'}`
  const open = new Set<Socket>()
  const join = (client: Socket): void => {
    const upstream = folder === null ? connect(Number(target.port), target.hostname) : connect(socketFile)
    client.pipe(upstream).pipe(client)
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        open.delete(socket)
        client.destroy()
        upstream.destroy()
      })
    }
  }
  let server: Server
  const listen = async (port: number): Promise<number> => {
    server = createServer(join).listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address: AddressInfo | string | null = server.address()
    return typeof address === 'object' && address !== null ? address.port : port
  }
  const port = await listen(0)
  const url = new URL(databaseUrl)
  url.searchParams.delete('host')
  url.host = `127.0.0.1:${port}`
  const cut = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  return {
    url: url.href,
    cut,
    mend: async () => void (await listen(port)),
    [Symbol.asyncDispose]: async () => {
      if (server.listening) await cut()
    },
  }
}
