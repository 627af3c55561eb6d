import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { deleteUser } from '@portofino/database'
import { sql } from 'kysely'
import { password, servedApplication } from '../trial/served-application.ts'
import type { Answer, CallOptions } from '../trial/caller.ts'
import type { ServedApplication } from '../trial/served-application.ts'

const email = 'ann@example.com'

describe('a write for an account that is deleted at this moment', () => {
  let app: ServedApplication
  before(async () => {
    app = await servedApplication({ works: false })
  })
  after(async () => app[Symbol.asyncDispose]())

  /** Asks while the account is deleted but the deletion not yet committed; commits once the question waits for it. */
  async function askedTooLate(path: string, options: CallOptions): Promise<Answer> {
    const { db } = app.context.database
    const user = await db.selectFrom('users').select('id').where('email', '=', email).executeTakeFirstOrThrow()
    const asking = await db.transaction().execute(async (trx) => {
      await deleteUser(trx, user.id)
      const answer = app.call('POST', path, options)
      const isAnswered = answer.then(
        () => true,
        () => true,
      )
      while (!(await Promise.race([isAnswered, isSomebodyBlocked()])));
      return { answer }
    })
    return asking.answer
  }

  async function isSomebodyBlocked(): Promise<boolean> {
    const { rows } = await sql`
      select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(
      app.context.database.db,
    )
    return rows.length > 0
  }

  const writes: Record<string, object> = {
    '/auth/tokens': { name: 'mine', scope: 'read' },
    '/auth/ws-ticket': {},
    '/simulate': { command: exampleCommand },
    '/auth/login': { email, password },
  }
  for (const [path, json] of Object.entries(writes)) {
    test(`${path} is 401 and no fault of the server`, async () => {
      const token = await app.signUp(email)
      const { status, body } = await askedTooLate(path, { token, json })
      assert.deepEqual([status, body.code], [401, 'session_ended'], JSON.stringify(body))
      assert.deepEqual(
        app.lines.filter((line) => line.includes('request failed')),
        [],
      )
    })
  }
})
