import type pg from 'pg'

/** Where the database comes from. */
export interface Server {
  isEmbedded: boolean
  /** Its address, started first if it is ours to start. */
  address(): Promise<string>
  /** Says that this process uses it, for as long as the connection lives. Answers whether nobody else does. */
  enter(client: pg.Client): Promise<boolean>
  /** Ends that, and the connection; whoever leaves an embedded server last stops it. */
  leave(client: pg.Client | null): Promise<void>
}

export function remoteServer(url: string): Server {
  return {
    isEmbedded: false,
    address: async () => url,
    enter: async () => false,
    leave: async (client) => client?.end(),
  }
}
