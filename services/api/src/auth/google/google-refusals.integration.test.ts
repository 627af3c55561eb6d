import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { MutableResponse } from 'oauth2-mock-server'
import { publicUrl } from '../accounts-under-test.ts'
import { google, providerUnderTest } from './provider-under-test.ts'
import type { Claims } from './provider-under-test.ts'

const second = (): number => Math.floor(Date.now() / 1000)

const query = (path: string, change: (query: URLSearchParams) => void): string => {
  const url = new URL(path, publicUrl)
  change(url.searchParams)
  return url.pathname + url.search
}

function forge(body: Record<string, unknown>): void {
  const token = String(body['id_token'])
  body['id_token'] = token.slice(0, -12) + (token.endsWith('AAAAAAAAAAAA') ? 'BBBBBBBBBBBB' : 'AAAAAAAAAAAA')
}

function unsign(body: Record<string, unknown>): void {
  const [, claims] = String(body['id_token']).split('.')
  body['id_token'] = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`
}

describe('signing in with Google is refused', async () => {
  const tested = await providerUnderTest()
  after(() => tested[Symbol.asyncDispose]())
  const { accounts, provider, says, signIn, newBrowser } = tested

  for (const [name, change] of [
    ['another nonce', (payload) => (payload['nonce'] = 'x'.repeat(43))],
    ['no nonce', (payload) => delete payload['nonce']],
    ['another audience', (payload) => (payload['aud'] = 'somebody-else')],
    ['several audiences', (payload) => (payload['aud'] = [google.clientId, 'somebody-else'])],
    ['no audience', (payload) => delete payload['aud']],
    ['another issuer', (payload) => (payload['iss'] = 'https://accounts.example.com')],
    ['no issuer', (payload) => delete payload['iss']],
    ['no subject', (payload) => delete payload['sub']],
    ['an empty subject', (payload) => (payload['sub'] = '')],
    ['a subject that is no text', (payload) => (payload['sub'] = 5)],
    ['a subject too long', (payload) => (payload['sub'] = 'x'.repeat(256))],
    [
      'an expired token',
      (payload) => Object.assign(payload, { iat: second() - 7200, nbf: second() - 7200, exp: second() - 3600 }),
    ],
    ['a token of the future', (payload) => Object.assign(payload, { iat: second() + 600, exp: second() + 4200 })],
    ['an address that is not verified', (payload) => (payload['email_verified'] = false)],
    ['an address verified as text', (payload) => (payload['email_verified'] = 'true')],
    ['no address', (payload) => delete payload['email']],
  ] satisfies [string, (claims: Claims) => unknown][]) {
    test(`with ${name}`, async () => {
      using _ = says({ sub: 'google-x', email: 'x@example.com' }, change)
      const browser = newBrowser()
      assert.equal(await signIn(browser), 'refused')
      assert.equal(await browser.isSignedIn(), false)
    })
  }

  for (const [name, outcome, change] of [
    ['another state', 'refused', (path) => query(path, (each) => each.set('state', 'x'.repeat(43)))],
    ['no state', 'refused', (path) => query(path, (each) => each.delete('state'))],
    ['two states', 'refused', (path) => query(path, (each) => each.append('state', 'x'))],
    ['no code', 'refused', (path) => query(path, (each) => each.delete('code'))],
    ['another code', 'refused', (path) => query(path, (each) => each.set('code', 'x'))],
    ['nothing', 'refused', () => '/auth/google/callback'],
    [
      'a person who said no',
      'canceled',
      (path) => query(path, (each) => (each.delete('code'), each.set('error', 'access_denied'))),
    ],
    [
      'a provider that failed',
      'refused',
      (path) => query(path, (each) => (each.delete('code'), each.set('error', 'server_error'))),
    ],
  ] satisfies [string, string, (path: string) => string][]) {
    test(`is ${outcome} with ${name} in the callback`, async () => {
      using _ = says({ sub: 'google-x', email: 'x@example.com' })
      const browser = newBrowser()
      assert.equal(await signIn(browser, change), outcome)
      assert.equal(await browser.isSignedIn(), false)
    })
  }

  test('to another browser, to one without the cookie, and the second time', async () => {
    using _ = says({ sub: 'google-gina', email: 'gina@example.com' })
    const [browser, thief] = [newBrowser(), newBrowser()]
    const out = await browser.visit('/auth/google/login')
    const cookie = browser.cookies.get('portofino_google_8000')!
    const back = await browser.travel(String(out.headers['location']))
    assert.equal(await thief.comeBack(back), 'refused')
    await thief.visit('/auth/google/login')
    assert.equal(await thief.comeBack(back), 'refused')
    assert.equal(await browser.comeBack(back), 'ok')
    browser.cookies.set('portofino_google_8000', cookie)
    assert.equal(await browser.comeBack(back), 'refused')
  })

  test('with a changed cookie and after ten minutes', async () => {
    using _ = says({ sub: 'google-gina', email: 'gina@example.com' })
    const browser = newBrowser()
    const leave = async (): Promise<string> =>
      browser.travel(String((await browser.visit('/auth/google/login')).headers['location']))
    let back = await leave()
    const value = browser.cookies.get('portofino_google_8000')!
    browser.cookies.set('portofino_google_8000', value.slice(0, -4) + (value.endsWith('AAAA') ? 'BBBB' : 'AAAA'))
    assert.equal(await browser.comeBack(back), 'refused')
    back = await leave()
    accounts.pass(601_000)
    assert.equal(await browser.comeBack(back), 'refused')
    accounts.pass(-601_000)
  })

  for (const [name, change] of [
    ['another PKCE challenge', (each) => each.set('code_challenge', 'x'.repeat(43))],
    ['no PKCE challenge', (each) => (each.delete('code_challenge'), each.delete('code_challenge_method'))],
  ] satisfies [string, (query: URLSearchParams) => unknown][]) {
    test(`when somebody on the way sends ${name}`, async () => {
      using _ = says({ sub: 'google-gina', email: 'gina@example.com' })
      const browser = newBrowser()
      const location = new URL(String((await browser.visit('/auth/google/login')).headers['location']))
      change(location.searchParams)
      assert.equal(await browser.comeBack(await browser.travel(location.href)), 'refused')
    })
  }

  for (const [name, change] of [
    ['503', (response) => Object.assign(response, { statusCode: 503, body: { error: 'temporarily_unavailable' } })],
    ['500 without a word', (response) => Object.assign(response, { statusCode: 500, body: '' })],
    ['no ID token', (response) => delete (response.body as Record<string, unknown>)['id_token']],
    ['an ID token by another key', (response) => forge(response.body as Record<string, unknown>)],
    ['an unsigned ID token', (response) => unsign(response.body as Record<string, unknown>)],
  ] satisfies [string, (response: MutableResponse) => unknown][]) {
    test(`when the provider answers with ${name}`, async () => {
      using _ = says({ sub: 'google-gina', email: 'gina@example.com' })
      provider.service.once('beforeResponse', (response: MutableResponse) => change(response))
      const browser = newBrowser()
      assert.equal(await signIn(browser), 'refused')
      assert.equal(await browser.isSignedIn(), false)
    })
  }

  test('for these reasons only: without them the same person signs in', async () => {
    using _ = says({ sub: 'google-x', email: 'x@example.com' })
    const browser = newBrowser()
    assert.equal(await signIn(browser), 'ok')
    assert.ok(await browser.isSignedIn())
  })
})
