import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { insertRefreshToken } from './refresh-tokens.ts'
import { insertSession, sessionEndedChannel } from './sessions.ts'
import { insertSimulations } from './simulations.ts'
import { lockTask } from './task-changes.ts'
import { setTaskFailed } from './task-status.ts'
import { temporaryDatabase } from './temporary-database.ts'
import { createAccount, createGuest, deleteExpiredGuests, deleteUser } from './users.ts'

const later = new Date('2100-01-01')
const register = (email: string, guestId: number) => ({ email, passwordHash: 'x', firstIsOperator: false, guestId })

describe('deleting an account', () => {
  let database: Database
  before(async () => {
    database = await temporaryDatabase()
  })
  after(async () => database[Symbol.asyncDispose]())

  const remove = async (id: number) => database.db.transaction().execute(async (trx) => deleteUser(trx, id))
  const guest = async () => (await createGuest(database.db, later)).id

  async function newRun(userId: number): Promise<string> {
    const taskId = randomUUID()
    const change = {
      message: { status: 'queued' as const },
      events: [{ type: 'simulation.queued', data: { command: 'my secret' } }],
    }
    const simulation = { taskId, userId, command: 'my secret', dialect: 'default' as const, canonical: '' }
    await database.db.transaction().execute(async (trx) => insertSimulations(trx, [{ ...simulation, ...change }]))
    return taskId
  }

  async function newSession(userId: number): Promise<{ id: string; hash: Buffer }> {
    const [id, hash, now] = [randomUUID(), randomBytes(32), new Date()]
    const session = { id, userId, transport: 'json' as const, userAgent: '', address: '', network: '', device: null, now }
    await database.db.transaction().execute(async (trx) => {
      await insertSession(trx, { ...session, expiresAt: later })
      await insertRefreshToken(trx, { hash, sessionId: id, now, expiresAt: later })
    })
    return { id, hash }
  }

  async function somebodyWaits(): Promise<void> {
    const blocked = sql`select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`
    while ((await blocked.execute(database.db)).rows.length === 0);
  }

  test('waits for a run that ends at this moment', async () => {
    const userId = await guest()
    const taskId = await newRun(userId)
    const deletion = await database.db.transaction().execute(async (trx) => {
      await lockTask(trx, 'simulations', taskId)
      const going = remove(userId)
      await somebodyWaits()
      const change = { message: { status: 'failed' as const }, events: [] }
      assert.ok(await setTaskFailed(trx, { table: 'simulations', taskId, error: {} }, change))
      return { going }
    })
    await deletion.going
    assert.deepEqual(await database.db.selectFrom('users').select('id').where('id', '=', userId).execute(), [])
  })

  test('waits for a session that is refreshed at this moment', async () => {
    const userId = await guest()
    const { id, hash } = await newSession(userId)
    const deletion = await database.db.transaction().execute(async (trx) => {
      await trx.updateTable('refresh_tokens').set({ used_at: new Date() }).where('hash', '=', hash).execute()
      const going = remove(userId)
      await somebodyWaits()
      await trx.updateTable('sessions').set({ last_used_at: new Date() }).where('id', '=', id).execute()
      return { going }
    })
    await deletion.going
  })

  test('takes what the outbox says of it along, and tells every process of its sessions', { timeout: 20_000 }, async () => {
    const [userId, other] = [await guest(), await guest()]
    for (const each of [userId, other]) await newRun(each)
    const { id } = await newSession(userId)
    const heard = Promise.withResolvers<string>()
    const unlisten = await database.listen(sessionEndedChannel, heard.resolve)
    await remove(userId)
    assert.equal(await heard.promise, `session:${id}`)
    await unlisten()
    const left = await database.db.selectFrom('outbox').select('user_id').where('user_id', 'in', [userId, other]).execute()
    assert.deepEqual(left, [{ user_id: other }])
  })

  test('goes for every guest whose week is over', async () => {
    const now = new Date('2200-01-01')
    for (let i = 0; i < 3; i += 1) {
      const userId = await guest()
      await newRun(userId)
      await newSession(userId)
    }
    await deleteExpiredGuests(database.db, now)
    for (const table of ['users', 'sessions', 'refresh_tokens', 'simulations', 'outbox'] as const) {
      const { count } = await database.db
        .selectFrom(table)
        .select((of) => of.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      assert.equal(count, 0, table)
    }
  })
  const account = async (id: number) =>
    database.db.selectFrom('users').select(['is_guest', 'expires_at']).where('id', '=', id).execute()

  test('spares a guest who registers at the last moment, with the runs', async () => {
    const userId = await guest()
    const taskId = await newRun(userId)
    const { going } = await database.db.transaction().execute(async (trx) => {
      assert.equal((await createAccount(trx, register('late@example.com', userId)))?.id, userId)
      const purge = deleteExpiredGuests(database.db, new Date('2200-01-01'))
      await somebodyWaits()
      return { going: purge }
    })
    await going
    assert.deepEqual(await account(userId), [{ is_guest: false, expires_at: null }])
    assert.equal((await database.db.selectFrom('simulations').select('id').where('task_id', '=', taskId).execute()).length, 1)
  })

  test('of a guest leaves whoever registers a moment too late a fresh account', async () => {
    const userId = await guest()
    const { going } = await database.db.transaction().execute(async (trx) => {
      await deleteUser(trx, userId)
      const registration = database.db
        .transaction()
        .execute(async (other) => createAccount(other, register('too.late@example.com', userId)))
      await somebodyWaits()
      return { going: registration }
    })
    const created = await going
    assert.notEqual(created?.id, userId)
    assert.deepEqual(await account(created!.id), [{ is_guest: false, expires_at: null }])
  })
})
