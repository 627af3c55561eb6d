import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { accountsUnderTest, ownPage, password } from './accounts-under-test.ts'
import type { TestedAccounts } from './accounts-under-test.ts'
import { tokenHash } from './tokens/random-token.ts'

const email = 'ann@example.com'

let accounts: TestedAccounts
before(async () => {
  accounts = await accountsUnderTest()
  await accounts.register(email)
  await accounts.app.listen({ host: '127.0.0.1', port: 0 })
})
after(async () => accounts[Symbol.asyncDispose]())

/** A page of ours that asks for a new token. */
function ask(token: string) {
  const { port } = accounts.app.server.address() as AddressInfo
  const headers = { ...ownPage, host: 'localhost:8000', cookie: `portofino_refresh_8000=${token}` }
  return request({ host: '127.0.0.1', port, method: 'POST', path: '/auth/refresh', headers }).end('{}')
}

/** While others keep the row of the token from being changed. */
async function held<Result>(token: string, work: () => Promise<Result>): Promise<Result> {
  return accounts.database.db.transaction().execute(async (trx) => {
    await trx.selectFrom('refresh_tokens').select('hash').where('hash', '=', tokenHash(token)).forUpdate().execute()
    return work()
  })
}

async function untilBlocked(): Promise<void> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(
    accounts.database.db,
  )
  if (rows.length === 0) await untilBlocked()
}

async function usedAt(token: string): Promise<Date | null> {
  const tokens = accounts.database.db.selectFrom('refresh_tokens').select('used_at')
  return (await tokens.where('hash', '=', tokenHash(token)).forUpdate().executeTakeFirstOrThrow()).used_at
}

test('a page that is left in mid-refresh uses nothing up, however late its request is looked at', async () => {
  const login = await accounts.post('/auth/login', { email, password, session: 'cookie' }, { headers: ownPage })
  const token = login.cookies.find(({ name }) => name.includes('refresh'))!.value
  await held(token, async () => {
    const connected = once(accounts.app.server, 'connection')
    const left = ask(token).on('error', () => {})
    const [connection] = await connected
    await untilBlocked()
    const closed = once(connection, 'close')
    left.destroy()
    await closed
  })
  assert.equal(await usedAt(token), null)
  const [reply] = await once(ask(token), 'response')
  assert.equal(reply.statusCode, 200)
  assert.notEqual(await usedAt(token), null)
})
