import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { accountsUnderTest } from './accounts-under-test.ts'

const email = 'ann@example.com'

describe('signing out', () => {
  test('refuses the access token at once, whichever refresh token says it, and twice is no fault', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const first = await accounts.login(email)
    await accounts.post('/auth/refresh', { refresh_token: first.refresh_token })
    for (let i = 0; i < 2; i += 1) {
      assert.equal((await accounts.post('/auth/logout', { refresh_token: first.refresh_token })).statusCode, 200)
      assert.equal((await accounts.get('/auth/me', first.access_token)).statusCode, 401)
    }
    assert.equal((await accounts.post('/auth/logout', { refresh_token: 'unknown' })).statusCode, 200)
    assert.equal((await accounts.post('/auth/logout', {})).statusCode, 200)
  })

  test('by the access token alone ends its session, and an API token ends none', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const logout = async (token: string) => {
      const headers = { host: 'localhost:8000', authorization: `Bearer ${token}` }
      return accounts.app.inject({ method: 'POST', url: '/auth/logout', headers })
    }
    const [ended, kept] = [await accounts.login(email), await accounts.login(email)]
    const headers = { authorization: `Bearer ${kept.access_token}` }
    const { token } = (await accounts.post('/auth/tokens', { name: 'notebook', scope: 'operate' }, { headers })).json()
    assert.deepEqual([(await logout(token)).statusCode, (await accounts.get('/auth/me', token)).statusCode], [403, 200])
    assert.equal((await logout('unknown')).json().code, 'invalid_token')
    assert.deepEqual([(await logout(ended.access_token)).statusCode, (await logout(ended.access_token)).statusCode], [200, 401])
    assert.equal((await accounts.post('/auth/refresh', { refresh_token: ended.refresh_token })).statusCode, 401)
    assert.equal((await accounts.get('/auth/me', kept.access_token)).statusCode, 200)
  })

  test('without any token is no fault, and needs no body', async () => {
    await using accounts = await accountsUnderTest()
    const reply = await accounts.app.inject({ method: 'POST', url: '/auth/logout', headers: { host: 'localhost:8000' } })
    assert.equal(reply.statusCode, 200)
  })
})
