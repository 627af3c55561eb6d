import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  createAccount,
  findUserByEmail,
  insertSession,
  reserveAttempt,
  sessionEndedChannel,
  temporaryDatabase,
} from '@portofino/database'
import type { Database } from '@portofino/database'
import { passwordHashing } from '@portofino/passwords'
import { portofinoProcess } from './spawned-portofino.ts'

const email = 'ann@example.com'
const limits = { free: 0, firstDelayMs: 60_000, longestDelayMs: 60_000, memoryMs: 60_000 }

describe('portofino user', () => {
  let database: Database
  before(async () => {
    database = await temporaryDatabase()
    await database.db.transaction().execute((trx) => createAccount(trx, { email, passwordHash: 'none', firstIsOperator: false }))
  })
  after(() => database[Symbol.asyncDispose]())
  const user = (words: string[], input = '') =>
    portofinoProcess(['user', ...words], { environment: { DATABASE_URL: database.url }, input })
  const account = async () => (await findUserByEmail(database.db, email))!

  test('operator makes an account an operator', async () => {
    assert.equal((await account()).role, 'member')
    assert.deepEqual(await user(['operator', email.toUpperCase()]), {
      code: 0,
      stdout: 'ANN@EXAMPLE.COM is an operator now.\n',
      stderr: '',
    })
    assert.equal((await account()).role, 'operator')
  })

  test('set-password takes it from standard input, ends the sessions and tells the server', async () => {
    const { id: userId } = await account()
    const now = new Date()
    const session = {
      id: 'c0ffee00-0000-4000-8000-000000000000',
      userId,
      transport: 'json' as const,
      userAgent: '',
      address: '',
      network: '',
    }
    await database.db
      .transaction()
      .execute((trx) => insertSession(trx, { ...session, device: null, now, expiresAt: new Date(now.getTime() + 60_000) }))
    const heard = Promise.withResolvers<string>()
    const unlisten = await database.listen(sessionEndedChannel, heard.resolve)
    const ended = await user(['set-password', email], 'seven geese fly south\n')
    assert.deepEqual(ended, { code: 0, stdout: `${email} has a new password; 1 session has ended.\n`, stderr: '' })
    assert.equal(await heard.promise, `session:${session.id}`)
    await unlisten()
    const { password_hash: hash } = await account()
    assert.ok((await passwordHashing().check('seven geese fly south', hash)).isRight)
  })

  test('set-password keeps the rules', async () => {
    const old = (await account()).password_hash
    const { code, stderr } = await user(['set-password', email], 'password1\n')
    assert.equal(code, 64)
    assert.match(stderr, /tried first/)
    assert.equal((await account()).password_hash, old)
  })

  test('set-password asks for as many characters as the server does', async () => {
    const environment = { DATABASE_URL: database.url, PASSWORD_MIN_LENGTH: '30' }
    const { code, stderr } = await portofinoProcess(['user', 'set-password', email], {
      environment,
      input: 'seven geese fly south\n',
    })
    assert.equal(code, 64)
    assert.match(stderr, /at least 30 characters, got 21/)
  })

  test('unlock forgets failed sign-ins', async () => {
    const attempt = { email, source: '', now: new Date(), ...limits }
    assert.ok(await reserveAttempt(database.db, attempt))
    assert.ok(
      !(await reserveAttempt(database.db, { ...attempt, now: new Date() })) || !(await reserveAttempt(database.db, attempt)),
    )
    assert.equal((await user(['unlock', email])).code, 0)
    assert.ok(await reserveAttempt(database.db, attempt))
  })

  test('says when there is no such account', async () => {
    const { code, stderr } = await user(['unlock', 'nobody@example.com'])
    assert.deepEqual(
      { code, stderr },
      { code: 2, stderr: 'portofino user: there is no account of nobody@example.com in this database.\n' },
    )
  })

  test('says when the database does not answer', async () => {
    const environment = { DATABASE_URL: 'postgres://localhost:9/none' }
    const { code, stderr } = await portofinoProcess(['user', 'unlock', email], { environment })
    assert.equal(code, 2)
    assert.match(stderr, /^portofino user: .*database/i)
  })

  for (const [words, message] of [
    [[], 'no action given; give one of operator, set-password, unlock, then the e-mail address'],
    [['delete', email], 'unknown action "delete"; give one of operator, set-password, unlock'],
    [['operator'], 'no e-mail address given; write it after operator'],
    [['operator', email, 'bob@example.com'], 'one account at a time, got 2'],
  ] as const) {
    test(`${words.join(' ')} is wrong use`, async () => {
      const { code, stderr } = await user([...words])
      assert.equal(code, 64)
      assert.equal(stderr.split('\n')[0], `portofino user: ${message}`)
    })
  }
})
