import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once, EventEmitter } from 'node:events'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from './database.ts'
import { temporaryDatabase } from './temporary-database.ts'

test('a data directory opened twice has one server, which the last user stops', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'portofino-database-'))
  after(() => rm(dataDirectory, { recursive: true }))
  const first = await openDatabase({ dataDirectory, applicationName: 'first' })
  const second = await openDatabase({ dataDirectory, applicationName: 'second' })
  assert.equal(first.url, second.url)
  assert.equal(first.isOpenedAlone, true)
  assert.equal(second.isOpenedAlone, false)
  await first[Symbol.asyncDispose]()
  assert.equal(await second.isReachable(), true)
  await second[Symbol.asyncDispose]()
  assert.equal(await second.isReachable(), false)
})

test('temporary databases are empty and apart; notifications arrive', async () => {
  await using one = await temporaryDatabase()
  await using two = await temporaryDatabase()
  await one.db.insertInto('users').values({ email: 'a@b.c', email_key: 'a@b.c', role: 'member' }).execute()
  const { users } = await two.db
    .selectFrom('users')
    .select(({ fn }) => fn.countAll<number>().as('users'))
    .executeTakeFirstOrThrow()
  assert.equal(users, 0)
  const heard = new EventEmitter()
  await one.listen('news', (payload) => heard.emit('message', payload))
  const message = once(heard, 'message')
  await sql`select pg_notify('news', 'hello')`.execute(one.db)
  assert.deepEqual(await message, ['hello'])
})
