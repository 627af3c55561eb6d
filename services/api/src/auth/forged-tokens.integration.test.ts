import assert from 'node:assert/strict'
import { createPrivateKey, randomBytes } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { EncryptJWT } from 'jose'
import { accountsUnderTest, password } from './accounts-under-test.ts'
import { partsOf, signed, signedByOthers, wronglySigned } from './forged-tokens.ts'
import type { Original } from './forged-tokens.ts'

const email = 'ann@example.com'

describe('forged tokens and tokens for another purpose', async () => {
  const accounts = await accountsUnderTest()
  after(() => accounts[Symbol.asyncDispose]())
  await accounts.register(email)
  await accounts.register('bob@example.com')
  const { access_token: token, refresh_token: refreshToken } = await accounts.login(email)
  const keys = join(accounts.dataDirectory, 'keys')
  const file = (await readdir(keys)).find((name) => name.startsWith('access'))!
  const original: Original = { token, ...partsOf(token), key: createPrivateKey(await readFile(join(keys, file))) }

  const ticket = (await accounts.post('/auth/ws-ticket', {}, { headers: { authorization: `Bearer ${token}` } })).json().ticket
  const ended = await accounts.login(email)
  await accounts.post('/auth/logout', { refresh_token: ended.refresh_token })
  const otherPurposes: Record<string, string> = {
    'a refresh token': refreshToken,
    'a socket ticket': ticket,
    'an API token that does not exist': `portofino_${randomBytes(32).toString('base64url')}`,
    'the prefix of API tokens': 'portofino_',
    'a token of a session that was signed out': ended.access_token,
    'an encrypted token': await new EncryptJWT(original.claims)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .encrypt(randomBytes(32)),
    'the password': password.replaceAll(' ', ''),
  }
  const forged = { ...wronglySigned(original), ...signedByOthers(original), ...otherPurposes }

  test('the table would let a good token pass, so each refusal is for its own reason', async () => {
    assert.equal((await accounts.get('/auth/me', signed(original, original.key))).statusCode, 200)
    assert.equal((await accounts.get('/auth/me', token)).statusCode, 200)
  })

  test('there are at least 60 kinds', () => assert.ok(Object.keys(forged).length >= 60, `${Object.keys(forged).length}`))

  for (const [kind, value] of Object.entries(forged)) {
    test(`refused: ${kind}`, async () => {
      const reply = await accounts.get('/auth/me', value)
      assert.equal(reply.statusCode, 401)
      assert.match(String(reply.headers['www-authenticate']), /^Bearer /)
    })
  }

  for (const [kind, authorization] of [
    ['no scheme', token],
    ['Basic', `Basic ${token}`],
    ['Token', `Token ${token}`],
    ['two tokens', `Bearer ${token} ${token}`],
    ['two tokens with a comma', `Bearer ${token},Bearer ${token}`],
    ['nothing', 'Bearer '],
    ['quotes', `Bearer "${token}"`],
  ] as const) {
    test(`refused: an Authorization of ${kind}`, async () => {
      const reply = await accounts.app.inject({ url: '/auth/me', headers: { host: 'localhost:8000', authorization } })
      assert.equal(reply.statusCode, 401)
    })
  }

  for (const url of ['/auth/me?access_token=', '/auth/me?token=', '/auth/me?authorization=Bearer%20']) {
    test(`refused: a token in the address, ${url}`, async () => {
      assert.equal((await accounts.get(url + token)).statusCode, 401)
    })
  }

  test('refused: a token in a cookie', async () => {
    const headers = { host: 'localhost:8000', cookie: `access_token=${token}; portofino_refresh_8000=${token}` }
    assert.equal((await accounts.app.inject({ url: '/auth/me', headers })).statusCode, 401)
  })
})

describe('the keys', () => {
  test('are files of mode 600 in a folder of mode 700', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    await accounts.login(email)
    const keys = join(accounts.dataDirectory, 'keys')
    assert.equal((await stat(keys)).mode & 0o777, 0o700)
    const names = await readdir(keys)
    assert.equal(names.length, 1)
    assert.equal((await stat(join(keys, names[0]!))).mode & 0o777, 0o600)
  })

  test('rotate after 30 days: the one before still counts, the one before that is gone', async () => {
    await using accounts = await accountsUnderTest()
    await accounts.register(email)
    const period = 30 * 86_400_000
    accounts.pass(period - (accounts.now().getTime() % period) - 2000)
    const { access_token: old } = await accounts.login(email)
    accounts.pass(4000)
    const { access_token: next } = await accounts.login(email)
    assert.notEqual(partsOf(old).header['kid'], partsOf(next).header['kid'])
    for (const token of [old, next]) assert.equal((await accounts.get('/auth/me', token)).statusCode, 200)
    accounts.pass(period)
    await accounts.login(email)
    assert.equal((await readdir(join(accounts.dataDirectory, 'keys'))).length, 2)
  })
})
