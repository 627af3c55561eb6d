import type pg from 'pg'
import { connectedClient } from './connection.ts'

/** Where the database comes from. */
export interface Server {
  isEmbedded: boolean
  /** Its address; an embedded one is started first when it does not run. */
  address(signal?: AbortSignal): Promise<string>
  /** Says that this process uses it, for as long as the connection lives. Resolves to whether nobody else does. */
  enter(client: pg.Client): Promise<boolean>
  /** Ends that and the connection, null when it is lost; whoever leaves an embedded server last stops it. */
  leave(client: pg.Client | null): Promise<void>
}

export interface Entrance {
  client: pg.Client
  url: string
  isAlone: boolean
}

/** A connection by which this process uses the server. */
export async function enterServer(server: Server, applicationName: string, signal?: AbortSignal): Promise<Entrance> {
  const url = await server.address(signal)
  const client = await connectedClient({ url, applicationName })
  try {
    return { client, url, isAlone: await server.enter(client) }
  } catch (fault) {
    await client.end().catch(() => undefined)
    throw fault
  }
}
