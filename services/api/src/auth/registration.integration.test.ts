import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { accountsUnderTest, password } from './accounts-under-test.ts'

describe('registration', () => {
  test('the first account of a local server is its operator, later ones are members', async () => {
    await using accounts = await accountsUnderTest()
    assert.equal((await accounts.get('/auth/options')).json().first_account, true)
    await accounts.register('ann@example.com')
    await accounts.register('bob@example.com')
    const roles = []
    for (const email of ['ann@example.com', 'bob@example.com']) {
      const { access_token: token } = await accounts.login(email)
      roles.push((await accounts.get('/auth/me', token)).json().role)
    }
    assert.deepEqual(roles, ['operator', 'member'])
    assert.deepEqual((await accounts.get('/auth/options')).json(), {
      google: false,
      registration: 'open',
      first_account: false,
      password_min_length: 8,
    })
  })
})
void password
