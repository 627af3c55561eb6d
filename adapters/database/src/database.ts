import { Kysely } from 'kysely'
import pg from 'pg'
import { connectionConfig } from './connection.ts'
import { embeddedUse } from './embedded-use.ts'
import { openListener } from './listener.ts'
import { migrate } from './migrate.ts'
import { QueryDialect } from './query-dialect.ts'
import { remoteServer } from './server.ts'
import type { Tables } from './tables.ts'

export interface DatabaseOptions {
  /** Holds the embedded database, in its folder `database`; not touched when there is a `databaseUrl`. */
  dataDirectory: string
  /** Of a PostgreSQL server to use instead. */
  databaseUrl?: string | undefined
  /** Seen in `pg_stat_activity`. */
  applicationName: string
  /** Of the pool; two more are used at times. */
  maxConnections?: number | undefined
}

export interface PoolFigures {
  maximum: number
  open: number
  idle: number
  /** Queries that wait for a connection. */
  waiting: number
}

export interface Database extends AsyncDisposable {
  db: Kysely<Tables>
  /** For a client of one's own; it holds the password. */
  url: string
  isEmbedded: boolean
  /** Embedded, and no other process used it when this one opened it: what it says of running work is left from the last one. */
  isOpenedAlone: boolean
  /**
   * Calls the handler with each payload that is sent to the channel, from when the promise resolves until the answer is called. `onGap` is called
   * when the connection was lost and is back: what was sent meanwhile is lost, so read the table again.
   */
  listen(channel: string, handler: (payload: string) => void, onGap?: () => void): Promise<() => Promise<void>>
  isReachable(): Promise<boolean>
  pool(): PoolFigures
}

/** Opens the database, started, created and brought to the newest schema where necessary. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { dataDirectory, databaseUrl, applicationName, maxConnections = 10 } = options
  const server = databaseUrl === undefined ? embeddedUse(dataDirectory) : remoteServer(databaseUrl)
  let url = ''
  let isOpenedAlone = false
  let isMigrated = false

  const listener = await openListener(async () => {
    url = await server.address()
    const client = new pg.Client(connectionConfig({ url, applicationName }))
    await client.connect()
    isOpenedAlone = await server.enter(client)
    if (!isMigrated) await migrate(client)
    isMigrated = true
    return client
  })
  const pool = new pg.Pool({ ...connectionConfig({ url, applicationName }), max: maxConnections, idleTimeoutMillis: 30_000 })
  // The pool has dropped the connection; the next query opens another.
  pool.on('error', () => undefined)
  const db = new Kysely<Tables>({ dialect: new QueryDialect({ pool }) })

  return {
    db,
    url,
    isEmbedded: server.isEmbedded,
    isOpenedAlone,
    listen: async (channel, handler, onGap) => listener.listen(channel, { onMessage: handler, onGap }),
    pool: () => ({ maximum: maxConnections, open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    isReachable: async () => {
      const answer = await pool.query('select').catch(() => null)
      return answer !== null
    },
    [Symbol.asyncDispose]: async () => {
      await db.destroy()
      await server.leave(listener.close())
    },
  }
}
