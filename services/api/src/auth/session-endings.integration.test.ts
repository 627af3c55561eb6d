import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createAccount, insertSession, temporaryDatabase } from '@portofino/database'
import { sessionEndings } from './session-endings.ts'

const session = {
  id: 'c0ffee00-0000-4000-8000-000000000000',
  transport: 'json' as const,
  userAgent: '',
  address: '',
  network: '',
}

describe('sessionEndings', () => {
  test('finds by looking what nobody announced: expiry, and what had ended before', async () => {
    await using database = await temporaryDatabase()
    const now = new Date()
    let clock = now
    await database.db.transaction().execute(async (trx) => {
      const account = await createAccount(trx, { email: 'ann@example.com', passwordHash: null, firstIsOperator: false })
      const expiresAt = new Date(now.getTime() + 60_000)
      await insertSession(trx, { ...session, userId: account!.id, device: null, now, expiresAt })
    })
    await using endings = await sessionEndings({ database, clock: () => clock, checkEveryMs: 10 })
    const ended = (credential: `session:${string}` | `token:${number}`): Promise<void> =>
      new Promise((resolve) => void endings.follow(credential, resolve))
    await Promise.all([ended('session:c0ffee00-0000-4000-8000-000000000001'), ended('token:5')])
    let isOver = false
    const expiry = ended(`session:${session.id}`).then(() => (isOver = true))
    await ended('token:6')
    assert.equal(isOver, false)
    clock = new Date(now.getTime() + 61_000)
    await expiry
  })

  test('says nothing to whoever stopped following', async () => {
    await using database = await temporaryDatabase()
    await using endings = await sessionEndings({ database, clock: () => new Date(), checkEveryMs: 10 })
    const unfollow = endings.follow('token:1', () => assert.fail('was called'))
    unfollow()
    await new Promise<void>((resolve) => void endings.follow('token:2', resolve))
  })
})
