import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { accountsUnderTest, password } from './accounts-under-test.ts'

const email = 'ann@example.com'
const newPassword = 'nine swans fly north'
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

describe('an account', async () => {
  const accounts = await accountsUnderTest()
  after(() => accounts[Symbol.asyncDispose]())
  before(async () => {
    await accounts.register(email)
    await accounts.register('bob@example.com')
  })
  const { post, get, login } = accounts
  const remove = (url: string, token: string, payload?: object) => {
    const options: InjectOptions = {
      method: 'DELETE',
      url,
      headers: { host: 'localhost:8000', authorization: `Bearer ${token}` },
    }
    return accounts.app.inject(payload === undefined ? options : { ...options, payload })
  }

  test('lists its sessions, ends one, and never somebody else’s', async () => {
    const [here, there, bob] = [await login(email), await login(email), await login('bob@example.com')]
    const list = (await get('/auth/sessions', here.access_token)).json()
    const current = list.filter((session: { current: boolean }) => session.current)
    assert.equal(current.length, 1)
    assert.deepEqual(Object.keys(current[0]).toSorted(), [
      'address',
      'created_at',
      'current',
      'expires_at',
      'id',
      'last_used_at',
      'transport',
      'user_agent',
    ])
    const { id: bobs } = (await get('/auth/sessions', bob.access_token)).json()[0]
    assert.equal((await remove(`/auth/sessions/${bobs}`, here.access_token)).statusCode, 404)
    assert.equal((await get('/auth/me', bob.access_token)).statusCode, 200)
    const mine = (await get('/auth/sessions', there.access_token))
      .json()
      .find((session: { current: boolean }) => session.current).id
    assert.equal((await remove(`/auth/sessions/${mine}`, here.access_token)).statusCode, 200)
    assert.equal((await get('/auth/me', there.access_token)).statusCode, 401)
    assert.equal((await remove(`/auth/sessions/${mine}`, here.access_token)).statusCode, 404)
    assert.equal((await remove('/auth/sessions/x', here.access_token)).statusCode, 404)
  })

  test('ends all its sessions at once, those that have ended already aside, and nobody else’s', async () => {
    const [here, there, gone, bob] = [await login(email), await login(email), await login(email), await login('bob@example.com')]
    await post('/auth/logout', { refresh_token: gone.refresh_token })
    const reply = await remove('/auth/sessions', here.access_token)
    assert.equal(reply.statusCode, 200)
    assert.match(String(reply.headers['set-cookie']), /Max-Age=0|Expires=Thu, 01 Jan 1970/)
    for (const { access_token: token } of [here, there]) assert.equal((await get('/auth/me', token)).statusCode, 401)
    assert.equal((await post('/auth/refresh', { refresh_token: there.refresh_token })).statusCode, 401)
    assert.equal((await get('/auth/me', bob.access_token)).statusCode, 200)
  })

  test('makes API tokens, which are shown once, kept as hashes and refused when deleted', async () => {
    const { access_token: token } = await login(email)
    const created = await post('/auth/tokens', { name: 'notebook', scope: 'read' }, bearer(token))
    assert.equal(created.statusCode, 201)
    const { id, token: secret } = created.json()
    assert.match(secret, /^portofino_[\w-]{43}$/)
    assert.equal((await get('/auth/me', secret)).json().email, email)
    const list = await get('/auth/tokens', token)
    assert.ok(!list.body.includes(secret))
    assert.deepEqual(Object.keys(list.json()[0]), ['id', 'name', 'scope', 'created_at', 'last_used_at'])
    assert.notEqual(list.json()[0].last_used_at, null)
    const bob = (await login('bob@example.com')).access_token
    assert.equal((await remove(`/auth/tokens/${id}`, bob)).statusCode, 404)
    assert.equal((await remove(`/auth/tokens/${id}`, token)).statusCode, 200)
    assert.equal((await get('/auth/me', secret)).statusCode, 401)
  })

  test('reads with a token for reading, and keeps what only the person may do from every API token', async () => {
    const { access_token: token } = await login(email)
    for (const scope of ['read', 'operate']) {
      const { token: secret } = (await post('/auth/tokens', { name: scope, scope }, bearer(token))).json()
      for (const url of ['/auth/me', '/auth/sessions', '/auth/tokens', '/auth/export'])
        assert.equal((await get(url, secret)).statusCode, 200, url)
      for (const url of ['/auth/tokens', '/auth/password', '/auth/ws-ticket', '/auth/google/link']) {
        const reply = await post(url, {}, bearer(secret))
        assert.equal(reply.statusCode, 403, url)
        assert.equal(reply.json().code, 'insufficient_scope')
        // No other token would do, so none is asked for.
        assert.match(reply.json().detail, url.endsWith('ticket') ? /of any scope.*header Authorization/ : /of any scope.*e-mail/)
      }
      for (const url of [
        '/auth/account',
        '/auth/sessions',
        '/auth/sessions/00000000-0000-4000-8000-000000000000',
        '/auth/tokens/1',
      ]) {
        assert.equal((await remove(url, secret, {})).statusCode, 403, url)
      }
    }
  })

  test('has fifty API tokens at most', async () => {
    await accounts.register('many@example.com')
    const { access_token: token } = await login('many@example.com')
    const codes = new Map<number, number>()
    const replies = await Promise.all(
      Array.from({ length: 55 }, (_, i) => post('/auth/tokens', { name: `${i}`, scope: 'read' }, bearer(token))),
    )
    for (const { statusCode } of replies) codes.set(statusCode, (codes.get(statusCode) ?? 0) + 1)
    assert.deepEqual(Object.fromEntries(codes), { 201: 50, 409: 5 })
  })

  test('changes its password with the current one, which ends the other sessions', async () => {
    const [here, there] = [await login(email), await login(email)]
    const change = (current: string | undefined, next: string) =>
      post(
        '/auth/password',
        { ...(current === undefined ? {} : { current_password: current }), new_password: next },
        bearer(here.access_token),
      )
    assert.equal((await change('wrong', newPassword)).statusCode, 403)
    assert.equal((await change(undefined, newPassword)).statusCode, 403)
    assert.equal((await change(password, 'short')).statusCode, 422)
    assert.equal((await change(password, newPassword)).statusCode, 200)
    assert.equal((await get('/auth/me', here.access_token)).statusCode, 200)
    assert.equal((await get('/auth/me', there.access_token)).statusCode, 401)
    assert.equal((await post('/auth/login', { email, password })).statusCode, 401)
    assert.equal((await post('/auth/login', { email, password: newPassword })).statusCode, 200)
    assert.equal((await change(newPassword, password)).statusCode, 200)
  })

  test('guessing the current password is throttled like signing in', async () => {
    await accounts.register('held@example.com')
    const { access_token: token } = await login('held@example.com')
    const guess = () => post('/auth/password', { current_password: 'guess', new_password: newPassword }, bearer(token))
    const codes = []
    for (let i = 0; i < 6; i += 1) codes.push((await guess()).statusCode)
    assert.deepEqual(codes, [403, 403, 403, 403, 403, 429])
  })

  test('exports all that is kept, without secrets', async () => {
    const { access_token: token } = await login(email)
    const reply = await get('/auth/export', token)
    assert.match(String(reply.headers['content-disposition']), /attachment/)
    const document = reply.json()
    assert.deepEqual(Object.keys(document), [
      'exported_at',
      'account',
      'google',
      'sessions',
      'api_tokens',
      'simulations',
      'reports',
    ])
    assert.equal(document.account.email, email)
    assert.ok(document.sessions.length > 0)
    assert.doesNotMatch(reply.body, /argon2|hash|portofino_/)
  })

  test('is deleted with its password, with all that belongs to it', async () => {
    const id = await accounts.register('gone@example.com')
    const { access_token: token, refresh_token: refresh } = await login('gone@example.com')
    await post('/auth/tokens', { name: 'x', scope: 'read' }, bearer(token))
    await post('/auth/ws-ticket', {}, bearer(token))
    assert.equal((await remove('/auth/account', token, {})).statusCode, 403)
    assert.equal((await remove('/auth/account', token, { password: 'wrong' })).statusCode, 403)
    assert.equal((await remove('/auth/account', token, { password })).statusCode, 200)
    assert.equal((await get('/auth/me', token)).statusCode, 401)
    assert.equal((await post('/auth/refresh', { refresh_token: refresh })).statusCode, 401)
    assert.equal((await post('/auth/login', { email: 'gone@example.com', password })).statusCode, 401)
    const { db } = accounts.database
    for (const table of ['sessions', 'api_tokens', 'ws_tickets'] as const) {
      assert.deepEqual(await db.selectFrom(table).select('user_id').where('user_id', '=', id).execute(), [], table)
    }
    assert.deepEqual(await db.selectFrom('users').select('id').where('id', '=', id).execute(), [])
    assert.notEqual(await accounts.register('gone@example.com'), id)
  })

  for (const [method, url] of [
    ['GET', '/auth/me'],
    ['GET', '/auth/sessions'],
    ['GET', '/auth/tokens'],
    ['GET', '/auth/export'],
    ['POST', '/auth/tokens'],
    ['POST', '/auth/password'],
    ['POST', '/auth/ws-ticket'],
    ['POST', '/auth/google/link'],
    ['DELETE', '/auth/tokens/1'],
    ['DELETE', '/auth/sessions/x'],
    ['DELETE', '/auth/sessions'],
    ['DELETE', '/auth/account'],
  ] as const) {
    test(`${method} ${url} needs somebody signed in, before anything else is looked at`, async () => {
      const reply = await accounts.app.inject({
        method,
        url,
        headers: { host: 'localhost:8000', 'content-type': 'application/json' },
        payload: '{',
      })
      assert.equal(reply.statusCode, 401)
      assert.equal(reply.headers['www-authenticate'], 'Bearer realm="portofino"')
    })
  }
})

describe('the log', () => {
  test('tells of security events and holds no address of e-mail, password or token', async () => {
    await using accounts = await accountsUnderTest()
    const canary = 'canary-6f1d93 in a coal mine'
    const { post } = accounts
    await post('/auth/register', { email: 'canary-owner@example.com', password: canary })
    const first = (await post('/auth/login', { email: 'canary-owner@example.com', password: canary })).json()
    const { token } = (await post('/auth/tokens', { name: 'canary-name', scope: 'read' }, bearer(first.access_token))).json()
    const { ticket } = (await post('/auth/ws-ticket', {}, bearer(first.access_token))).json()
    await accounts.get('/auth/me', token)
    await accounts.get(`/auth/me?token=${token}`, 'canary-forged')
    await post('/auth/login', { email: 'canary-unknown@example.com', password: 'canary-wrong' })
    const second = (await post('/auth/refresh', { refresh_token: first.refresh_token })).json()
    await post('/auth/refresh', { refresh_token: first.refresh_token })
    await post('/auth/password', { current_password: canary, new_password: 'canary-new' }, bearer(first.access_token))
    await post('/auth/logout', { refresh_token: second.refresh_token })
    const log = accounts.logLines.join('')
    for (const event of ['registered', 'signed_in', 'api_token_created', 'sign_in_failed', 'refresh_token_reused']) {
      assert.ok(log.includes(`"event":"${event}"`), event)
    }
    const secrets = [first.access_token, first.refresh_token, second.access_token, second.refresh_token, token, ticket]
    for (const secret of [...secrets, canary, 'canary', '$argon2']) assert.ok(!log.includes(secret), secret)
  })
})
