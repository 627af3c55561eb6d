import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { accountsUnderTest, ownPage, password } from './accounts-under-test.ts'

const email = 'ann@example.com'
const day = 86_400_000

describe('a refresh token', async () => {
  const accounts = await accountsUnderTest({ limits: { callsPerMinute: 10_000 } })
  after(() => accounts[Symbol.asyncDispose]())
  before(() => accounts.register(email))
  const refresh = (token: string) => accounts.post('/auth/refresh', { refresh_token: token })

  test('gives a new pair, of which each part works', async () => {
    const first = await accounts.login(email)
    const second = (await refresh(first.refresh_token)).json()
    assert.notEqual(second.refresh_token, first.refresh_token)
    assert.equal((await accounts.get('/auth/me', second.access_token)).statusCode, 200)
    assert.equal((await accounts.get('/auth/me', first.access_token)).statusCode, 200)
    assert.equal((await refresh(second.refresh_token)).statusCode, 200)
  })

  test('used again ends its session at once, for access tokens too, and is logged without the token', async () => {
    const first = await accounts.login(email)
    const second = (await refresh(first.refresh_token)).json()
    const replay = await refresh(first.refresh_token)
    assert.equal(replay.statusCode, 401)
    assert.equal(replay.json().code, 'session_ended')
    assert.equal((await refresh(second.refresh_token)).statusCode, 401)
    const me = await accounts.get('/auth/me', second.access_token)
    assert.equal(me.statusCode, 401)
    assert.equal(me.json().code, 'session_ended')
    assert.match(String(me.headers['www-authenticate']), /^Bearer .*invalid_token/)
    const logged = accounts.logLines.filter((line) => line.includes('refresh_token_reused'))
    assert.equal(logged.length, 1)
    assert.match(logged[0]!, /"level":"warn".*"session_id":"[\da-f-]{36}"/)
  })

  test('ends no other session', async () => {
    const [mine, other] = [await accounts.login(email), await accounts.login(email)]
    await refresh(mine.refresh_token)
    await refresh(mine.refresh_token)
    assert.equal((await refresh(other.refresh_token)).statusCode, 200)
  })

  for (let round = 1; round <= 5; round += 1) {
    test(`used 50 times at once succeeds once at most, and its session is over (${round})`, async () => {
      const { refresh_token: token, access_token: access } = await accounts.login(email)
      const replies = await Promise.all(Array.from({ length: 50 }, () => refresh(token)))
      const good = replies.filter(({ statusCode }) => statusCode === 200)
      assert.ok(good.length <= 1, `${good.length} succeeded`)
      for (const { statusCode } of replies) assert.ok(statusCode === 200 || statusCode === 401)
      assert.equal((await accounts.get('/auth/me', access)).statusCode, 401)
      for (const reply of good) assert.equal((await refresh(reply.json().refresh_token)).statusCode, 401)
    })
  }

  for (const token of ['', 'x', 'a'.repeat(43), 'a'.repeat(600), '\u0000', 7]) {
    test(`${JSON.stringify(token).slice(0, 20)} is refused`, async () => {
      const reply = await accounts.post('/auth/refresh', { refresh_token: token })
      assert.ok([400, 401].includes(reply.statusCode))
    })
  }

  test('is missing', async () => {
    const reply = await accounts.post('/auth/refresh', {})
    assert.equal(reply.statusCode, 401)
    assert.equal(reply.json().code, 'sign_in_required')
  })

  test('is never an access token, nor the other way round', async () => {
    const { access_token: access, refresh_token: token } = await accounts.login(email)
    assert.equal((await accounts.get('/auth/me', token)).statusCode, 401)
    assert.equal((await refresh(access)).statusCode, 401)
    assert.equal((await refresh(token)).statusCode, 200)
  })

  test('is stored as a hash only', async () => {
    const { refresh_token: token } = await accounts.login(email)
    const rows = await accounts.database.db.selectFrom('refresh_tokens').select('hash').execute()
    for (const { hash } of rows) {
      assert.equal(hash.length, 32)
      assert.ok(!hash.equals(Buffer.from(token, 'base64url')))
    }
  })
})

describe('time', () => {
  test('an access token counts for ten minutes and five seconds', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const { access_token: token } = await accounts.login(email)
    accounts.pass(603_000)
    assert.equal((await accounts.get('/auth/me', token)).statusCode, 200)
    accounts.pass(3_000)
    assert.equal((await accounts.get('/auth/me', token)).statusCode, 401)
  })

  test('a refresh token idles for a week', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const [early, late] = [await accounts.login(email), await accounts.login(email)]
    accounts.pass(7 * day - 60_000)
    assert.equal((await accounts.post('/auth/refresh', { refresh_token: early.refresh_token })).statusCode, 200)
    accounts.pass(61_000)
    assert.equal((await accounts.post('/auth/refresh', { refresh_token: late.refresh_token })).statusCode, 401)
  })

  test('a session lasts thirty days, however often it is refreshed', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    let { refresh_token: token } = await accounts.login(email)
    for (let passed = 0; passed < 25; passed += 5) {
      accounts.pass(5 * day)
      token = (await accounts.post('/auth/refresh', { refresh_token: token })).json().refresh_token
    }
    accounts.pass(5 * day)
    assert.equal((await accounts.post('/auth/refresh', { refresh_token: token })).statusCode, 401)
  })

  test('sixty refreshes a minute', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    let { refresh_token: token } = await accounts.login(email)
    for (let i = 0; i < 60; i += 1) {
      const reply = await accounts.post('/auth/refresh', { refresh_token: token })
      assert.equal(reply.statusCode, 200)
      token = reply.json().refresh_token
    }
    const refused = await accounts.post('/auth/refresh', { refresh_token: token })
    assert.equal(refused.statusCode, 429)
    assert.ok(Number(refused.headers['retry-after']) >= 1)
    accounts.pass(60_000)
    assert.equal((await accounts.post('/auth/refresh', { refresh_token: token })).statusCode, 200)
  })
})

test('a thief who refreshes as often as allowed cannot keep the reuse from being noticed', async () => {
  await using accounts = await accountsUnderTest({ limits: { callsPerMinute: 5 } })
  await accounts.register(email)
  const { refresh_token: stolen } = await accounts.login(email)
  let token = stolen
  for (let i = 0; i < 5; i += 1) token = (await accounts.post('/auth/refresh', { refresh_token: token })).json().refresh_token
  assert.equal((await accounts.post('/auth/refresh', { refresh_token: token })).statusCode, 429)
  const replay = await accounts.post('/auth/refresh', { refresh_token: stolen })
  assert.deepEqual([replay.statusCode, replay.json().code], [401, 'session_ended'])
  accounts.pass(60_000)
  assert.equal((await accounts.post('/auth/refresh', { refresh_token: token })).statusCode, 401)
})

describe('a cookie session whose reply was lost', async () => {
  const accounts = await accountsUnderTest()
  after(() => accounts[Symbol.asyncDispose]())
  before(() => accounts.register(email))

  const login = async (): Promise<string> => {
    const reply = await accounts.post('/auth/login', { email, password, session: 'cookie' }, { headers: ownPage })
    return reply.cookies.find(({ name }) => name.includes('refresh'))!.value
  }
  const refresh = async (value: string) => {
    const headers = { ...ownPage, cookie: `portofino_refresh_8000=${value}` }
    const reply = await accounts.post('/auth/refresh', {}, { headers })
    const cookie = reply.cookies.find(({ name }) => name.includes('refresh'))
    return { status: reply.statusCode, next: cookie?.value ?? null, body: reply.json() }
  }

  test('asks again within 30 s and stays signed in; the lost token is dead', async () => {
    const first = await login()
    const lost = await refresh(first)
    const again = await refresh(first)
    assert.equal(again.status, 200)
    assert.notEqual(again.next, lost.next)
    assert.equal((await refresh(again.next!)).status, 200)
    assert.equal((await refresh(lost.next!)).status, 401)
  })

  test('ends when the token turns up that was taken for lost: somebody else asked again', async () => {
    const stolen = await login()
    const owner = await refresh(stolen)
    const thief = await refresh(stolen)
    const noticed = await refresh(owner.next!)
    assert.deepEqual([noticed.status, noticed.body.code], [401, 'session_ended'])
    assert.equal((await refresh(thief.next!)).status, 401)
    assert.equal((await accounts.get('/auth/me', thief.body.access_token)).statusCode, 401)
    assert.match(accounts.logLines.findLast((line) => line.includes('"event"')) ?? '', /refresh_token_reused/)
  })

  test('may not once the successor was used', async () => {
    const first = await login()
    const second = await refresh(first)
    const third = await refresh(second.next!)
    const replay = await refresh(first)
    assert.deepEqual({ status: replay.status, next: replay.next }, { status: 401, next: '' })
    assert.equal((await refresh(third.next!)).status, 401)
  })

  test('may not after 30 s', async () => {
    const first = await login()
    const second = await refresh(first)
    accounts.pass(31_000)
    assert.equal((await refresh(first)).status, 401)
    assert.equal((await refresh(second.next!)).status, 401)
  })

  test('tabs that ask at once all stay signed in', async () => {
    const first = await login()
    const tabs = await Promise.all(Array.from({ length: 5 }, () => refresh(first)))
    assert.ok(tabs.every(({ status }) => status === 200))
    const working = await Promise.all(tabs.map(({ body }) => accounts.get('/auth/me', body.access_token)))
    assert.ok(working.every(({ statusCode }) => statusCode === 200))
  })

  test('keeps its token out of JSON bodies, in both directions', async () => {
    const first = await login()
    assert.equal((await accounts.post('/auth/refresh', { refresh_token: first })).statusCode, 401)
    const { refresh_token: json } = await accounts.login(email)
    assert.equal((await refresh(json)).status, 401)
    assert.equal((await refresh(first)).body.refresh_token, undefined)
  })

  test('signs out by {}', async () => {
    const first = await login()
    const { body, next } = await refresh(first)
    const headers = { ...ownPage, cookie: `portofino_refresh_8000=${next}` }
    const reply = await accounts.post('/auth/logout', {}, { headers })
    assert.equal(reply.statusCode, 200)
    assert.match(String(reply.headers['set-cookie']), /portofino_refresh_8000=; Max-Age=0/)
    assert.equal((await accounts.get('/auth/me', body.access_token)).statusCode, 401)
  })
})
