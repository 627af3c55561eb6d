import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { passwordHashing } from '@portofino/passwords'
import { accountsUnderTest, ownPage, password } from './accounts-under-test.ts'

const email = 'ann@example.com'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

describe('signing in', async () => {
  const accounts = await accountsUnderTest()
  after(() => accounts[Symbol.asyncDispose]())
  const { post } = accounts
  before(() => accounts.register(email))

  test('by JSON gives both tokens', async () => {
    const reply = await post('/auth/login', { email, password })
    assert.equal(reply.statusCode, 200)
    const { access_token: access, refresh_token: refresh, token_type: type, expires_in: seconds } = reply.json()
    assert.deepEqual({ type, seconds }, { type: 'bearer', seconds: 600 })
    assert.match(refresh, /^[\w-]{43}$/)
    assert.equal(reply.headers['cache-control'], 'no-store')
    assert.equal((await accounts.get('/auth/me', access)).json().email, email)
  })

  test('by the original form gives the same', async () => {
    const fields = new URLSearchParams({ grant_type: 'password', username: email, password, scope: '', client_id: 'string' })
    const reply = await accounts.app.inject({
      method: 'POST',
      url: '/auth/login',
      payload: String(fields),
      headers: { host: 'localhost:8000', ...form },
    })
    assert.equal(reply.statusCode, 200)
    assert.deepEqual(Object.keys(reply.json()).toSorted(), ['access_token', 'expires_in', 'refresh_token', 'token_type'])
  })

  test('by the form of OAuth 2.0 with fields of others, and credentials of the client in the header', async () => {
    const fields = new URLSearchParams({ grant_type: 'password', username: email, password, audience: 'x', __proto__x: '1' })
    const basic = `Basic ${Buffer.from('client:').toString('base64')}`
    const headers = { host: 'localhost:8000', authorization: basic, 'x-requested-with': 'XMLHttpRequest', ...form }
    const reply = await accounts.app.inject({ method: 'POST', url: '/auth/login', payload: String(fields), headers })
    assert.equal(reply.statusCode, 200)
  })

  test('a form is taken nowhere else', async () => {
    for (const url of ['/auth/register', '/auth/refresh', '/auth/logout', '/auth/guest']) {
      const reply = await accounts.app.inject({
        method: 'POST',
        url,
        payload: 'a=b',
        headers: { host: 'localhost:8000', ...form },
      })
      assert.equal(reply.statusCode, 415, url)
    }
  })

  for (const body of [
    {},
    { email },
    { password },
    { email, password, more: 1 },
    { email: [email], password },
    { email, password: '' },
    { email: 'a\u0000b', password },
    { email, username: email, password },
    { username: email, password, audience: 'x' },
  ]) {
    test(`refuses ${JSON.stringify(body).slice(0, 60)}`, async () => {
      assert.equal((await post('/auth/login', body)).statusCode, 400)
    })
  }

  test('a long or strange password is only wrong', async () => {
    for (const strange of ['\u0000', 'x'.repeat(1024), '\u{1f600}'.repeat(200), '\ud800']) {
      accounts.pass(86_400_000)
      assert.equal((await post('/auth/login', { email, password: strange })).statusCode, 401)
    }
  })
})

describe('an unknown address and a wrong password', () => {
  test('answer alike: status, body and headers, also once they are throttled', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const seen = async (address: string): Promise<unknown[]> => {
      const answers = []
      for (let i = 0; i < 8; i += 1) {
        const reply = await accounts.post(
          '/auth/login',
          { email: address, password: 'wrong horse' },
          { remoteAddress: '203.0.113.9' },
        )
        const { request_id: _, ...document } = reply.json()
        const { date: __, 'x-request-id': ___, ...headers } = reply.headers
        answers.push({ status: reply.statusCode, document, headers })
      }
      return answers
    }
    const [known, unknown] = [await seen(email), await seen('nobody@example.com')]
    assert.deepEqual(known, unknown)
    assert.deepEqual(
      (known as { status: number }[]).map(({ status }) => status),
      [401, 401, 401, 401, 401, 429, 429, 429],
    )
  })
})

describe('a network', () => {
  test('signs in twenty times a minute', async () => {
    await using accounts = await accountsUnderTest()
    const code = async (i: number, remoteAddress: string): Promise<number> =>
      (await accounts.post('/auth/login', { email: `user${i}@example.com`, password }, { remoteAddress })).statusCode
    for (let i = 0; i < 20; i += 1) assert.equal(await code(i, `2001:db8::${i}`), 401)
    assert.equal(await code(20, '2001:db8::ffff'), 429)
    assert.equal(await code(21, '2001:db8:0:1::1'), 401)
    for (let i = 30; i < 55; i += 1) assert.equal(await code(i, '127.0.0.1'), 401)
  })
})

describe('too many at once', () => {
  test('are told to come back, which costs no attempt', async () => {
    const hashing = passwordHashing({ concurrency: 1, queueLength: 1 })
    await using accounts = await accountsUnderTest({ hashing })
    const emails = Array.from({ length: 8 }, (_, i) => (i === 0 ? email : `stranger${i}@example.com`))
    await accounts.register(email)
    const replies = await Promise.all(emails.map((each) => accounts.post('/auth/login', { email: each, password })))
    const codes = replies.map(({ statusCode }) => statusCode)
    assert.ok(codes.includes(503), String(codes))
    for (const reply of replies.filter(({ statusCode }) => statusCode === 503)) {
      assert.equal(reply.json().code, 'busy')
      assert.ok(Number(reply.headers['retry-after']) >= 1)
    }
    const failures = await accounts.database.db.selectFrom('login_failures').selectAll().where('failures', '>', 0).execute()
    assert.equal(failures.length, codes.filter((code) => code === 401).length)
    assert.equal((await accounts.post('/auth/login', { email, password })).statusCode, 200)
  })

  test('signing in to one account take turns and all succeed', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const replies = await Promise.all(Array.from({ length: 20 }, () => accounts.post('/auth/login', { email, password })))
    for (const { statusCode } of replies) assert.equal(statusCode, 200)
  })
})

describe('a hash of older costs', () => {
  test('is replaced at the next sign-in', async () => {
    await using old = await accountsUnderTest({ hashing: passwordHashing({ memoryCost: 128, timeCost: 1 }) })
    await old.register(email)
    await using accounts = await accountsUnderTest({ database: old.database })
    await accounts.login(email)
    const row = await old.database.db.selectFrom('users').select('password_hash').executeTakeFirstOrThrow()
    assert.match(row.password_hash ?? '', /m=256,t=1/)
  })
})

describe('a cookie session', async () => {
  const accounts = await accountsUnderTest()
  after(() => accounts[Symbol.asyncDispose]())
  before(() => accounts.register(email))
  const login = (headers: Record<string, string>) =>
    accounts.post('/auth/login', { email, password, session: 'cookie' }, { headers })

  test('keeps the refresh token from scripts', async () => {
    const reply = await login(ownPage)
    assert.equal(reply.statusCode, 200)
    assert.equal(reply.json().refresh_token, undefined)
    const cookie = reply.cookies.find(({ name }) => name === 'portofino_refresh_8000')!
    const { httpOnly, sameSite, path, secure, maxAge } = cookie
    assert.deepEqual(
      { httpOnly, sameSite, path, secure, maxAge },
      { httpOnly: true, sameSite: 'Strict', path: '/', secure: undefined, maxAge: 604_800 },
    )
  })

  const { origin, 'sec-fetch-site': site, 'content-type': json } = ownPage
  for (const [name, headers, status] of [
    ['no Sec-Fetch-Site', { origin, 'content-type': json }, 403],
    ['a page elsewhere', { origin, 'content-type': json, 'sec-fetch-site': 'cross-site' }, 403],
    ['no page at all', { origin, 'content-type': json, 'sec-fetch-site': 'none' }, 403],
    ['no Origin', { 'sec-fetch-site': site, 'content-type': json }, 403],
    ['a foreign Origin', { origin: 'http://evil.example', 'sec-fetch-site': site, 'content-type': json }, 403],
    ['the Origin null', { origin: 'null', 'sec-fetch-site': site, 'content-type': json }, 403],
    ['another port', { origin: 'http://localhost:8001', 'sec-fetch-site': 'same-site', 'content-type': json }, 403],
  ] as const) {
    test(`is refused with ${name}: at login, refresh and logout`, async () => {
      assert.equal((await login(headers)).statusCode, status)
      const [cookie] = (await login(ownPage)).cookies.filter((each) => each.name.includes('refresh'))
      const kept = { cookie: `${cookie!.name}=${cookie!.value}` }
      for (const url of ['/auth/refresh', '/auth/logout']) {
        assert.equal((await accounts.post(url, {}, { headers: { ...headers, ...kept } })).statusCode, status, url)
      }
      assert.equal((await accounts.post('/auth/refresh', {}, { headers: { ...ownPage, ...kept } })).statusCode, 200)
    })
  }

  test('is refused to a form', async () => {
    const payload = String(new URLSearchParams({ username: email, password, session: 'cookie' }))
    const headers = { host: 'localhost:8000', ...ownPage, ...form }
    assert.equal((await accounts.app.inject({ method: 'POST', url: '/auth/login', payload, headers })).statusCode, 415)
  })

  test('on https has the name and flags that browsers guard', async () => {
    await using secure = await accountsUnderTest({ publicUrl: 'https://portofino.example' })
    await secure.register(email)
    const headers = { ...ownPage, origin: 'https://portofino.example' }
    const reply = await secure.post('/auth/login', { email, password, session: 'cookie' }, { headers })
    const written = [reply.headers['set-cookie']].flat().find((each) => each?.includes('refresh'))
    assert.match(written ?? '', /^__Host-portofino_refresh=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  })

  test('is refused on plain http elsewhere', async () => {
    await using plain = await accountsUnderTest({ publicUrl: 'http://portofino.example' })
    await plain.register(email)
    const headers = { ...ownPage, origin: 'http://portofino.example' }
    const reply = await plain.post('/auth/login', { email, password, session: 'cookie' }, { headers })
    assert.equal(reply.statusCode, 403)
    assert.equal(reply.headers['set-cookie'], undefined)
    const byJson = await plain.post('/auth/login', { email, password }, { headers })
    assert.equal(byJson.statusCode, 200)
    assert.equal(byJson.headers['set-cookie'], undefined)
  })
})
