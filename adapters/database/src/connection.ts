import pg from 'pg'

export interface ConnectionOptions {
  url: string
  /** Seen in `pg_stat_activity`. */
  applicationName: string
}

const int8 = 20
const date = 1082

/** Whole numbers of eight bytes as numbers (ours stay below 2^53) and days as ISO text, not as moments of a time zone. */
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(id: number, format?: 'text' | 'binary') {
    if (id === int8) return Number
    return id === date ? String : pg.types.getTypeParser(id, format)
  },
}

export function connectionConfig({ url, applicationName }: ConnectionOptions): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    types: columnTypes,
  }
}

/** A connection outside the pool. */
export async function connectedClient(options: ConnectionOptions): Promise<pg.Client> {
  const client = new pg.Client(connectionConfig(options))
  // The event `end` follows, and who waits for an answer gets the fault.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
