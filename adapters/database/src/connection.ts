import pg from 'pg'

export interface ConnectionOptions {
  url: string
  /** Seen in `pg_stat_activity`. */
  applicationName: string
}

const oid = { int8: 20, date: 1082 } as const
const { getTypeParser } = pg.types

/** Whole numbers of eight bytes as numbers (ours stay below 2^53) and days as ISO text, not as moments of a time zone. */
const columnTypes: pg.CustomTypesConfig = {
  getTypeParser(id, format) {
    if (id === oid.int8) return (text: string) => Number(text)
    if (id === oid.date) return (text: string) => text
    return getTypeParser(id, format)
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
