import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

export interface LockRequest {
  /** What is not to be done twice at a time, by any process of this database. */
  name: string
  signal?: AbortSignal | undefined
}

const longestPauseMs = 200

/**
 * Does the work while nobody else holds a lock of this name; waits for them without keeping a connection. The work is to use the connection that
 * holds the lock, so that holders never wait for each other's. A killed process holds nothing.
 */
export async function whileLocked<Value>(
  db: Kysely<Tables>,
  { name, signal }: LockRequest,
  work: (connection: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  for (let waitMs = 10; ; waitMs = Math.min(longestPauseMs, waitMs * 2)) {
    signal?.throwIfAborted()
    const attempt = await db.connection().execute(async (connection) => attempted(connection, name, work))
    if (attempt !== null) return attempt.value
    // Rejects with the reason of the signal as its cause; the loop throws the reason itself.
    await pause(waitMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined)
  }
}

async function attempted<Value>(
  connection: Kysely<Tables>,
  name: string,
  work: (connection: Kysely<Tables>) => Promise<Value>,
): Promise<{ value: Value } | null> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as held`.execute(
    connection,
  )
  if (rows[0]?.held !== true) return null
  try {
    return { value: await work(connection) }
  } finally {
    // Where this fails the connection has ended, and the lock with it.
    await sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.execute(connection).catch(() => undefined)
  }
}
