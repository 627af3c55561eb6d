import { setTimeout as pause } from 'node:timers/promises'
import { Kysely } from 'kysely'
import pg from 'pg'
import { connectionConfig } from './connection.ts'
import { embeddedUse } from './embedded-use.ts'
import { databaseFault } from './fault.ts'
import { openListener } from './listener.ts'
import { migrate } from './migrate.ts'
import { watchedOutage } from './outage.ts'
import { prepareRepeated } from './prepared-statements.ts'
import { QueryDialect } from './query-dialect.ts'
import { remoteFault, remoteServer } from './remote-server.ts'
import { enterServer, type Entrance, type Server } from './server.ts'
import type { Tables } from './tables.ts'

export interface DatabaseOptions {
  /** Holds the embedded database, in its folder `database`; not touched when there is a `databaseUrl`. */
  dataDirectory: string
  /** Of a PostgreSQL server to use instead. */
  databaseUrl?: string | undefined
  /** Seen in `pg_stat_activity`. */
  applicationName: string
  /** Of the pool, 10 unless given; one more hears notifications. */
  maxConnections?: number | undefined
  /** Told, once for each reason, why an attempt to come back to a database that is away fails; attempts go on. */
  onOutage?: ((reason: unknown) => void) | undefined
}

export interface PoolFigures {
  maximum: number
  open: number
  idle: number
  /** Queries that wait for a connection. */
  waiting: number
}

export interface Database extends AsyncDisposable {
  /** Faults of the world are `DatabaseError`; a refused statement keeps the driver's error with PostgreSQL's code. */
  db: Kysely<Tables>
  /** For a client of one's own; it holds the password. */
  url: string
  isEmbedded: boolean
  /** Embedded, and no other process used it when this one opened it: what it says of running work is left from an earlier one. */
  isOpenedAlone: boolean
  /**
   * Calls the handler with each payload that is sent to the channel, from when the promise resolves until the returned function is called.
   * `onGap` is called when the connection was lost and is back: what was sent meanwhile is lost, so read the table again.
   */
  listen(channel: string, handler: (payload: string) => void, onGap?: () => void): Promise<() => Promise<void>>
  /** Whether it answers within two seconds. */
  isReachable(): Promise<boolean>
  pool(): PoolFigures
}

const reachableMs = 2000
const longestStatementMs = 60_000
/** An embedded server may be stopping when this process comes, and again when it comes back. */
const comingPatienceMs = 20_000

/** Opens the database, started, created and brought to the newest schema where necessary. It is to be disposed. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { dataDirectory, databaseUrl, applicationName, maxConnections = 10, onOutage = () => undefined } = options
  const server = databaseUrl === undefined ? embeddedUse(dataDirectory) : remoteServer(databaseUrl)
  const first = await firstEntrance(server, options)
  const pool = openPool({ ...connectionConfig({ url: first.url, applicationName }), max: maxConnections })
  const outage = watchedOutage(onOutage)
  const goesOn = (fault: unknown): never => {
    outage.goesOn(fault)
    throw fault
  }
  let entered: Entrance | null = first
  const listener = await openListener(async (signal) => {
    const { client, url } = entered ?? (await enterServer(server, applicationName, signal).catch(goesOn))
    entered = null
    outage.over()
    // A restarted server may have its socket elsewhere.
    pool.options.connectionString = url
    return client
  })
  const db = new Kysely<Tables>({ dialect: new QueryDialect({ pool }, outage) })
  return {
    db,
    url: first.url,
    isEmbedded: server.isEmbedded,
    isOpenedAlone: first.isAlone,
    listen: async (channel, onMessage, onGap) => listener.listen(channel, { onMessage, onGap }),
    isReachable: async () => answers(pool),
    pool: () => ({ maximum: maxConnections, open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await server.leave(await listener.close())
    },
  }
}

async function firstEntrance(server: Server, { applicationName, databaseUrl }: DatabaseOptions): Promise<Entrance> {
  let client: pg.Client | null = null
  try {
    const entrance = await enteredAtLast(server, applicationName)
    client = entrance.client
    await migrate(client)
    return entrance
  } catch (fault) {
    await server.leave(client)
    throw databaseUrl === undefined ? databaseFault(fault) : remoteFault(databaseUrl, fault)
  }
}

async function enteredAtLast(server: Server, applicationName: string): Promise<Entrance> {
  const deadline = performance.now() + comingPatienceMs
  while (true) {
    try {
      return await enterServer(server, applicationName)
    } catch (fault) {
      const known = databaseFault(fault)
      const isStopping = known !== fault && server.isEmbedded
      if (!isStopping || performance.now() > deadline) throw fault
      await pause(20)
    }
  }
}

function openPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({ ...config, idleTimeoutMillis: 30_000, statement_timeout: longestStatementMs })
  // The pool has dropped the connection; the next query opens another.
  pool.on('error', () => undefined)
  // One in use that ends between two queries: the next query says so.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('connect', prepareRepeated)
  return pool
}

async function answers(pool: pg.Pool): Promise<boolean> {
  const answer = pool.query('select').then(
    () => true,
    () => false,
  )
  return Promise.race([answer, pause(reachableMs, false, { ref: false })])
}
