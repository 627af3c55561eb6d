import assert from 'node:assert/strict'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { createGuest, type Database, keepPriceVersion, patiently, temporaryDatabase } from '@portofino/database'
import { sql } from 'kysely'
import { isPassing } from '../task-error.ts'
import { CleanupError, cleanUp, cleanupJob } from './cleanup.ts'

const day = 86_400_000
const now = new Date()
const past = (days: number): Date => new Date(now.getTime() - days * day)

interface Owner {
  userId: number
  sessionId: string
  simulationId: number
}

async function newOwner(db: Database['db']): Promise<Owner> {
  const { id: userId } = await createGuest(db, past(-365))
  const sessionId = randomUUID()
  const origin = { user_agent: '', address: '', network: '', expires_at: past(-1) }
  await db
    .insertInto('sessions')
    .values({ id: sessionId, user_id: userId, transport: 'json', ...origin })
    .execute()
  const run = { task_id: randomUUID(), user_id: userId, command: '', dialect: 'default' as const, canonical: '' }
  const { id } = await db
    .insertInto('simulations')
    .values({ ...run, status: 'done' })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { userId, sessionId, simulationId: id }
}

/** For each table a row that is so many days old; `kept` at that age stays and `gone` goes. */
const kinds: Record<
  string,
  { kept: number; gone: number; add: (db: Database['db'], owner: Owner, at: Date) => Promise<unknown> }
> = {
  idempotency_keys: {
    kept: 0.9,
    gone: 1.1,
    add: async (db, { userId, simulationId }, at) =>
      db
        .insertInto('idempotency_keys')
        .values({
          user_id: userId,
          key: randomUUID(),
          fingerprint: randomBytes(32),
          simulation_id: simulationId,
          created_at: at,
        })
        .execute(),
  },
  outbox: {
    kept: 6.9,
    gone: 7.1,
    add: async (db, _, at) =>
      db
        .insertInto('outbox')
        .values({ id: randomUUID(), type: 't', subject: 's', data: '{}', version: 1, time: at, published_at: at })
        .execute(),
  },
  consumed_events: {
    kept: 6.9,
    gone: 7.1,
    add: async (db, _, at) =>
      db.insertInto('consumed_events').values({ consumer: 'c', event_id: randomUUID(), consumed_at: at }).execute(),
  },
  ws_tickets: {
    kept: -0.1,
    gone: 0.1,
    add: async (db, { userId, sessionId }, at) =>
      db
        .insertInto('ws_tickets')
        .values({ hash: randomBytes(32), user_id: userId, session_id: sessionId, expires_at: at })
        .execute(),
  },
  refresh_tokens: {
    kept: -0.1,
    gone: 0.1,
    add: async (db, { sessionId }, at) =>
      db
        .insertInto('refresh_tokens')
        .values({ hash: randomBytes(32), session_id: sessionId, expires_at: at })
        .execute(),
  },
  sessions: {
    kept: 29.9,
    gone: 30.1,
    add: async (db, { userId }, at) =>
      db
        .insertInto('sessions')
        .values({
          id: randomUUID(),
          user_id: userId,
          transport: 'json',
          user_agent: '',
          address: '',
          network: '',
          expires_at: at,
        })
        .execute(),
  },
  login_failures: {
    kept: 0.9,
    gone: 1.1,
    add: async (db, _, at) =>
      db.insertInto('login_failures').values({ email_key: randomUUID(), source: '', failures: 1, last_failure_at: at }).execute(),
  },
  price_versions: {
    kept: 1.9,
    gone: 2.1,
    async add(db, _, at) {
      const bytes = randomBytes(8)
      const version = createHash('sha256').update(bytes).digest('hex')
      await keepPriceVersion(db, { source: 's', symbol: 'A', market: null, version, bytes })
      await db.updateTable('price_versions').set({ checked_at: at }).where('version', '=', version).execute()
    },
  },
  users: { kept: -0.1, gone: 0.1, add: async (db, _, at) => createGuest(db, at) },
}

async function limit(db: Database['db']): Promise<string> {
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(db)
  return rows[0]!.statement_timeout
}

describe('cleanUp', () => {
  let database: Database
  before(async () => {
    database = await temporaryDatabase()
  })
  after(async () => database[Symbol.asyncDispose]())
  const count = async (table: string): Promise<number> => {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count from ${sql.table(table)}`.execute(database.db)
    return rows[0]!.count
  }

  for (const [table, { kept, gone, add }] of Object.entries(kinds)) {
    test(`removes old rows of ${table}, and no others`, async () => {
      const owner = await newOwner(database.db)
      await cleanUp({ database }, now)
      const start = await count(table)
      await add(database.db, owner, past(kept))
      await cleanUp({ database }, now)
      assert.equal(await count(table), start + 1, 'the newer one stays')
      await add(database.db, owner, past(gone))
      assert.equal(await count(table), start + 2)
      await cleanUp({ database }, now)
      assert.equal(await count(table), start + 1, 'the older one goes')
    })
  }

  test('goes on where one step fails, and tells of all that did', async () => {
    await using broken = await temporaryDatabase()
    const { db } = broken
    await createGuest(db, past(1))
    await db
      .insertInto('login_failures')
      .values({ email_key: 'a', source: '', failures: 1, last_failure_at: past(2) })
      .execute()
    await sql`alter table task_event rename to away; alter table ws_tickets rename to away_too`.execute(db)
    await assert.rejects(cleanUp({ database: broken }, now), (fault) => {
      assert.ok(fault instanceof CleanupError)
      assert.match(fault.message, /^Cannot remove task events: .*task_event.*; socket tickets: .*ws_tickets/)
      assert.equal(cleanupJob({ database: broken }).isRetryable(fault), false)
      return true
    })
    assert.deepEqual(await db.selectFrom('login_failures').selectAll().execute(), [])
    assert.deepEqual(await db.selectFrom('users').selectAll().execute(), [])
  })

  test('is tried again where a step may succeed later', () => {
    const passing = Object.assign(new Error('deadlock'), { code: '40P01' })
    assert.ok(isPassing(passing))
    const faults = [new Error('a', { cause: new Error('x') }), new Error('b', { cause: passing })]
    assert.equal(cleanupJob({ database }).isRetryable(new CleanupError(faults)), true)
  })

  test('has no limit of time, and leaves that of the connection as it was', async () => {
    await using single = await temporaryDatabase({ maxConnections: 1 })
    assert.equal(await patiently(single.db, limit), '0')
    assert.equal(await limit(single.db), '1min')
  })
})
