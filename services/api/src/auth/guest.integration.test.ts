import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'
import { accountsUnderTest, ownPage, password } from './accounts-under-test.ts'
import type { TestedAccounts } from './accounts-under-test.ts'

const day = 86_400_000
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

async function guestToken({ post }: Pick<TestedAccounts, 'post'>): Promise<string> {
  return (await post('/auth/guest', {})).json().access_token
}

describe('a guest', () => {
  let accounts: TestedAccounts
  before(async () => {
    accounts = await accountsUnderTest()
  })
  after(async () => accounts[Symbol.asyncDispose]())

  test('does not count as the first account, and by registering keeps session and id', async () => {
    const token = await guestToken(accounts)
    assert.deepEqual((await accounts.get('/auth/options')).json(), {
      google: false,
      registration: 'open',
      first_account: true,
      password_min_length: 8,
      guests: true,
    })
    const me = (await accounts.get('/auth/me', token)).json()
    assert.deepEqual(me, { id: me.id, email: null, role: 'member', google_linked: false })
    const reply = await accounts.post('/auth/register', { email: 'ann@example.com', password }, bearer(token))
    assert.deepEqual([reply.statusCode, reply.json()], [201, { id: me.id, email: 'ann@example.com' }])
    const account = { id: me.id, email: 'ann@example.com', role: 'operator', google_linked: false }
    assert.deepEqual((await accounts.get('/auth/me', token)).json(), account)
    const { access_token: signedIn } = await accounts.login('ann@example.com')
    assert.deepEqual((await accounts.get('/auth/me', signedIn)).json(), account)
  })

  test('who registers and signs in on the same page has one session, not that of the guest beside it', async () => {
    const body = { session: 'cookie' }
    const guest = await accounts.post('/auth/guest', body, { headers: ownPage })
    const { value: cookie } = guest.cookies.find(({ name }) => name === 'portofino_refresh_8000')!
    const { access_token: token } = guest.json()
    const headers = { ...ownPage, cookie: `portofino_refresh_8000=${cookie}` }
    await accounts.post('/auth/register', { email: 'same@example.com', password }, bearer(token))
    const reply = await accounts.post('/auth/login', { ...body, email: 'same@example.com', password }, { headers })
    const { access_token: signedIn } = reply.json()
    const sessions = (await accounts.get('/auth/sessions', signedIn)).json()
    assert.deepEqual(
      sessions.map(({ current }: { current: boolean }) => current),
      [true],
    )
    assert.equal((await accounts.get('/auth/me', token)).statusCode, 401)
  })

  test('another person who signs in on the page leaves the session of the first alone', async () => {
    const headers = { ...ownPage, cookie: await cookieOf('first@example.com') }
    const reply = await accounts.post('/auth/login', { session: 'cookie', email: 'ann@example.com', password }, { headers })
    assert.equal(reply.statusCode, 200)
    const refreshed = await accounts.post('/auth/refresh', {}, { headers })
    assert.equal(refreshed.statusCode, 200)
  })

  async function cookieOf(email: string): Promise<string> {
    await accounts.post('/auth/register', { email, password })
    const reply = await accounts.post('/auth/login', { session: 'cookie', email, password }, { headers: ownPage })
    return `portofino_refresh_8000=${reply.cookies.find(({ name }) => name === 'portofino_refresh_8000')!.value}`
  }

  test('who registers as two at one moment becomes one of them', async () => {
    const token = await guestToken(accounts)
    const { id } = (await accounts.get('/auth/me', token)).json()
    const replies = await Promise.all(
      ['one@example.com', 'other@example.com'].map(async (email) =>
        accounts.post('/auth/register', { email, password }, bearer(token)),
      ),
    )
    const ids: number[] = replies.map((reply) => reply.json().id)
    assert.equal(new Set(ids).size, 2)
    assert.equal(ids.filter((each) => each === id).length, 1)
  })

  test('who registers twice with one address has one account', async () => {
    const token = await guestToken(accounts)
    const body = { email: 'twice@example.com', password }
    const replies = await Promise.all([1, 2].map(async () => accounts.post('/auth/register', body, bearer(token))))
    assert.deepEqual(
      replies.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
      [201, 409],
    )
    const { id } = (await accounts.get('/auth/me', token)).json()
    assert.equal(replies.find(({ statusCode }) => statusCode === 201)!.json().id, id)
  })

  test('has a cookie where a page of ours asks for one, for a week at most', async () => {
    const reply = await accounts.post('/auth/guest', { session: 'cookie' }, { headers: ownPage })
    const cookie = reply.cookies.find(({ name }) => name === 'portofino_refresh_8000')
    assert.deepEqual([cookie?.httpOnly, cookie?.sameSite], [true, 'Strict'])
    const days = (cookie?.maxAge ?? 0) / 86_400
    assert.ok(days > 6 && days <= 7)
    assert.equal(reply.json().refresh_token, undefined)
    assert.equal((await accounts.post('/auth/guest', { session: 'cookie' })).json().code, 'origin_refused')
  })

  test('sends nothing but how the session is kept', async () => {
    assert.equal((await accounts.post('/auth/guest', { role: 'operator' })).statusCode, 400)
  })
})

test('of a guest and others who register at one moment, one is the operator', async () => {
  await using accounts = await accountsUnderTest()
  const token = await guestToken(accounts)
  const others = ['a', 'b', 'c'].map(async (name) => accounts.register(`${name}@example.com`))
  await Promise.all([accounts.post('/auth/register', { email: 'ann@example.com', password }, bearer(token)), ...others])
  const roles = await accounts.database.db.selectFrom('users').select('role').execute()
  assert.deepEqual(roles.map(({ role }) => role).toSorted(), ['member', 'member', 'member', 'operator'])
})

test('a guest goes after a week, however often the session was refreshed', async () => {
  await using accounts = await accountsUnderTest()
  const guest = (await accounts.post('/auth/guest', {})).json()
  accounts.pass(6 * day)
  const refreshed = (await accounts.post('/auth/refresh', { refresh_token: guest.refresh_token })).json()
  accounts.pass(day - 60_000)
  const last = (await accounts.post('/auth/refresh', { refresh_token: refreshed.refresh_token })).json()
  assert.equal((await accounts.get('/auth/me', last.access_token)).statusCode, 200)
  accounts.pass(120_000)
  assert.equal((await accounts.post('/auth/refresh', { refresh_token: last.refresh_token })).statusCode, 401)
  const reply = await accounts.post('/auth/register', { email: 'ann@example.com', password }, bearer(last.access_token))
  assert.deepEqual([reply.statusCode, reply.json().code], [401, 'session_ended'])
})

test('a guest is for a server on this machine only, which the options tell', async () => {
  await using accounts = await accountsUnderTest({ isLoopback: false })
  const reply = await accounts.post('/auth/guest', {})
  assert.deepEqual([reply.statusCode, reply.json().code], [403, 'forbidden'])
  assert.equal((await accounts.get('/auth/options')).json().guests, false)
})

test('guests count as registrations of their network', async () => {
  await using accounts = await accountsUnderTest()
  const from = { remoteAddress: '203.0.113.1' }
  const codes = []
  for (let i = 0; i < 6; i += 1) codes.push((await accounts.post('/auth/guest', {}, from)).statusCode)
  assert.deepEqual(codes, [200, 200, 200, 200, 200, 429])
  const reply = await accounts.post('/auth/register', { email: 'ann@example.com', password }, from)
  assert.ok(Number(reply.headers['retry-after']) > 0)
  for (let i = 0; i < 7; i += 1) assert.equal((await accounts.post('/auth/guest', {})).statusCode, 200)
})

test('a guest links no Google identity, which would go with the guest', async () => {
  const google = { clientId: 'id', clientSecret: 'secret' }
  await using accounts = await accountsUnderTest({ google, issuer: 'https://localhost:9' })
  const reply = await accounts.post('/auth/google/link', {}, bearer(await guestToken(accounts)))
  assert.deepEqual([reply.statusCode, reply.json().code], [403, 'forbidden'])
})

describe('the runs of a guest', () => {
  let app: ServedApplication
  before(async () => {
    app = await servedApplication()
  })
  after(async () => app[Symbol.asyncDispose]())

  test('are those of the account that the guest becomes, and nobody else’s', async () => {
    const [token, other] = await Promise.all(
      [1, 2].map(async () => (await app.call('POST', '/auth/guest', { json: {} })).body.access_token),
    )
    const { body: run } = await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })
    await app.listen(`/ws/simulations/${run.task_id}`, { token })
    const account = { email: 'ann@example.com', password }
    assert.equal((await app.call('POST', '/auth/register', { token, json: account })).status, 201)
    const signedIn = (await app.call('POST', '/auth/login', { json: account })).body.access_token
    const { body: page } = await app.call('GET', '/history/', { token: signedIn })
    assert.deepEqual(
      page.root.map(({ id }: { id: number }) => id),
      [run.simulation_id],
    )
    assert.equal((await app.call('GET', `/history/${run.simulation_id}`, { token: other })).status, 404)
  })
})
