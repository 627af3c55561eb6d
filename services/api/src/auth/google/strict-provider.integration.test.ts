import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { Provider } from 'oidc-provider'
import { accountsUnderTest, publicUrl } from '../accounts-under-test.ts'
import type { TestedAccounts } from '../accounts-under-test.ts'
import { browserUnderTest } from './browser-under-test.ts'
import { google } from './provider-under-test.ts'
import { trustedCertificate } from '../../../../../fixtures/certificate/trusted-certificate.ts'

/** A certified implementation of OpenID Connect, which takes nothing but the right code, secret, redirect address and verifier. */
function strictProvider(issuer: string, redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: google.clientId,
        client_secret: google.clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({ sub: accountId, email: `${accountId}@example.com`, email_verified: true }),
    }),
  })
}

/** The person says yes to everything. */
async function agree(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    await provider.interactionFinished(request, response, { login: { accountId: 'stella' } }, { mergeWithLastSubmission: false })
    return
  }
  const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: params.client_id })
  grant.addOIDCScope((prompt.details.missingOIDCScope ?? []).join(' '))
  await provider.interactionFinished(
    request,
    response,
    { consent: { grantId: await grant.save() } },
    { mergeWithLastSubmission: true },
  )
}

describe('a strict OpenID provider', () => {
  let accounts: TestedAccounts
  let issuer = ''
  const server = createServer()

  before(async () => {
    const { key, certificate } = trustedCertificate()
    server.setSecureContext({ key, cert: certificate })
    await once(server.listen(0, 'localhost'), 'listening')
    issuer = `https://localhost:${(server.address() as AddressInfo).port}`
    const provider = strictProvider(issuer, `${publicUrl}/auth/google/callback`)
    const answer = provider.callback()
    server.on('request', (request, response) => {
      if (request.url?.startsWith('/interaction/')) void agree(provider, request, response)
      else answer(request, response)
    })
    accounts = await accountsUnderTest({ google, issuer })
  })
  after(async () => {
    await accounts[Symbol.asyncDispose]()
    server.closeAllConnections()
    server.close()
  })

  test('signs in, makes an account, and finds it again', async () => {
    const ids = []
    for (let i = 0; i < 2; i += 1) {
      const browser = browserUnderTest(accounts.app, publicUrl)
      const out = await browser.visit('/auth/google/login')
      assert.equal(await browser.comeBack(await browser.travel(String(out.headers['location']))), 'ok')
      const { access_token: token } = (await browser.post('/auth/refresh')).json()
      const me = (await accounts.get('/auth/me', token)).json()
      assert.equal(me.email, 'stella@example.com')
      ids.push(me.id)
    }
    assert.equal(ids[0], ids[1])
  })

  for (const [name, change] of [
    ['another verifier', (query: URLSearchParams) => query.set('code_challenge', 'x'.repeat(43))],
    ['no PKCE at all', (query: URLSearchParams) => query.delete('code_challenge')],
  ] as const) {
    test(`refuses a sign-in with ${name}`, async () => {
      const browser = browserUnderTest(accounts.app, publicUrl)
      const location = new URL(String((await browser.visit('/auth/google/login')).headers['location']))
      change(location.searchParams)
      assert.equal(await browser.comeBack(await browser.travel(location.href)), 'refused')
      assert.equal(await browser.isSignedIn(), false)
    })
  }

  test('takes a callback once, also at another process that shares database and keys', async () => {
    const { database, dataDirectory } = accounts
    await using other = await accountsUnderTest({ google, issuer, database, dataDirectory })
    const [browser, thief] = [browserUnderTest(accounts.app, publicUrl), browserUnderTest(other.app, publicUrl)]
    const back = await browser.travel(String((await browser.visit('/auth/google/login')).headers['location']))
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value)
    assert.equal(await browser.comeBack(back), 'ok')
    assert.equal(await thief.comeBack(back), 'refused')
    assert.equal(await thief.isSignedIn(), false)
  })

  test('gives nothing for a code that was used', async () => {
    const browser = browserUnderTest(accounts.app, publicUrl)
    const back = await browser.travel(String((await browser.visit('/auth/google/login')).headers['location']))
    const cookie = browser.cookies.get('portofino_google_8000') ?? ''
    assert.equal(await browser.comeBack(back), 'ok')
    browser.cookies.set('portofino_google_8000', cookie)
    assert.equal(await browser.comeBack(back), 'refused')
  })
})
