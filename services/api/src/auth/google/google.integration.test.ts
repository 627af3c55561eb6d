import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { accountsUnderTest, publicUrl } from '../accounts-under-test.ts'
import { google, providerUnderTest } from './provider-under-test.ts'

const email = 'ann@example.com'

describe('signing in with Google', async () => {
  const tested = await providerUnderTest()
  after(() => tested[Symbol.asyncDispose]())
  const { accounts, says, signIn, newBrowser } = tested

  test('makes an account, and the second time finds it, whatever address the provider then says', async () => {
    const browser = newBrowser()
    {
      using _ = says({ sub: 'google-gina', email: 'gina@example.com' })
      assert.equal(await signIn(browser), 'ok')
    }
    const { access_token: token } = (await browser.post('/auth/refresh')).json()
    const me = (await accounts.get('/auth/me', token)).json()
    assert.deepEqual({ email: me.email, google: me.google_linked }, { email: 'gina@example.com', google: true })
    using _ = says({ sub: 'google-gina', email: 'renamed@example.com' })
    const other = newBrowser()
    assert.equal(await signIn(other), 'ok')
    const again = (await other.post('/auth/refresh')).json().access_token
    assert.deepEqual((await accounts.get('/auth/me', again)).json(), me)
  })

  test('asks by PKCE, with state and nonce, from the redirect address of the configuration', async () => {
    const reply = await accounts.app.inject({
      url: '/auth/google/login',
      headers: { host: 'localhost:8000', 'x-forwarded-host': 'evil.example' },
    })
    const { searchParams } = new URL(String(reply.headers['location']))
    assert.equal(searchParams.get('redirect_uri'), `${publicUrl}/auth/google/callback`)
    assert.equal(searchParams.get('code_challenge_method'), 'S256')
    for (const name of ['state', 'nonce', 'code_challenge']) assert.match(searchParams.get(name)!, /^[\w-]{43}$/, name)
    const [cookie] = reply.cookies
    assert.deepEqual(
      { name: cookie!.name, sameSite: cookie!.sameSite, httpOnly: cookie!.httpOnly, maxAge: cookie!.maxAge },
      { name: 'portofino_google_8000', sameSite: 'Lax', httpOnly: true, maxAge: 600 },
    )
    for (const name of ['state', 'nonce']) assert.ok(!cookie!.value.includes(searchParams.get(name)!))
  })

  test('an address with an account must sign in there first and link; then Google signs in to it', async () => {
    const id = await accounts.register(email)
    using _ = says({ sub: 'google-ann', email: 'ANN@example.com' })
    const browser = newBrowser()
    assert.equal(await signIn(browser), 'exists')
    assert.equal(await browser.isSignedIn(), false)
    const { access_token: token } = await accounts.login(email)
    const { location } = (await browser.post('/auth/google/link', token)).json()
    assert.equal(await browser.comeBack(await browser.travel(location)), 'ok')
    assert.equal((await accounts.get('/auth/me', token)).json().google_linked, true)
    assert.equal(await signIn(browser), 'ok')
    const { access_token: fresh } = (await browser.post('/auth/refresh')).json()
    assert.equal((await accounts.get('/auth/me', fresh)).json().id, id)
  })

  test('links nothing to a session that has ended, nor an identity that is another’s', async () => {
    await accounts.register('bob@example.com')
    const { access_token: token, refresh_token: refresh } = await accounts.login('bob@example.com')
    const browser = newBrowser()
    const link = async (): Promise<string> => browser.travel((await browser.post('/auth/google/link', token)).json().location)
    {
      using _ = says({ sub: 'google-gina', email: 'gina@example.com' })
      assert.equal(await browser.comeBack(await link()), 'exists')
    }
    using _ = says({ sub: 'google-bob', email: 'bob@example.com' })
    const back = await link()
    await accounts.post('/auth/logout', { refresh_token: refresh })
    assert.equal(await browser.comeBack(back), 'refused')
    assert.equal(await signIn(newBrowser()), 'exists')
  })

  test('no token and no address of e-mail is ever in an address or in the log', async () => {
    using _ = says({ sub: 'google-gina', email: 'gina@example.com' })
    const browser = newBrowser()
    await signIn(browser)
    const { access_token: token } = (await browser.post('/auth/refresh')).json()
    const log = accounts.logLines.join('')
    assert.match(log, /google_refused/)
    for (const secret of [token, google.clientSecret, 'gina@example.com', email])
      assert.ok(!log.includes(`"${secret}`) && !log.includes(`${secret}"`))
  })
})

describe('Google', () => {
  test('is not there until it is configured', async () => {
    await using accounts = await accountsUnderTest()
    for (const url of ['/auth/google/login', '/auth/google/callback?code=x&state=y'])
      assert.equal((await accounts.get(url)).statusCode, 404)
    assert.equal((await accounts.get('/auth/options')).json().google, false)
  })

  test('that does not answer sends the browser back', async () => {
    await using accounts = await accountsUnderTest({ google, issuer: 'https://localhost:9' })
    const reply = await accounts.get('/auth/google/login')
    assert.equal(reply.statusCode, 302)
    assert.equal(reply.headers['location'], `${publicUrl}/sign-in?google=refused`)
  })
})
