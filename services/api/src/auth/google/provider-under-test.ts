import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OAuth2Server } from 'oauth2-mock-server'
import type { MutableToken } from 'oauth2-mock-server'
import { accountsUnderTest, publicUrl } from '../accounts-under-test.ts'
import type { TestedAccounts } from '../accounts-under-test.ts'
import { browserUnderTest } from './browser-under-test.ts'
import type { TestedBrowser } from './browser-under-test.ts'
import { trustedCertificate } from '../../../../../fixtures/certificate/trusted-certificate.ts'

export const google = { clientId: 'portofino-test', clientSecret: 'canary-client-secret' }

export type Claims = Record<string, unknown>

export interface TestedProvider extends AsyncDisposable {
  provider: OAuth2Server
  accounts: TestedAccounts
  newBrowser: () => TestedBrowser
  /** What the provider says of the person, until disposed; `change` sees the claims last. */
  says: (claims: Claims, change?: (claims: Claims) => unknown) => Disposable
  /** The whole way out and back, with the address of the callback as the test changes it; gives the outcome. */
  signIn: (browser: TestedBrowser, changed?: (path: string) => string) => Promise<string>
}

/** Accounts beside an OpenID provider that says whatever a test wants, over TLS. */
export async function providerUnderTest(): Promise<TestedProvider> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-tls-'))
  const { key, certificate } = trustedCertificate()
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')]
  await writeFile(keyFile, key)
  await writeFile(certificateFile, certificate)
  const provider = new OAuth2Server(keyFile, certificateFile)
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, 'localhost')
  const accounts = await accountsUnderTest({ google, issuer: provider.issuer.url ?? '', limits: { loginsPerMinute: 1000 } })
  return {
    provider,
    accounts,
    newBrowser: () => browserUnderTest(accounts.app, publicUrl),
    says(claims, change = () => undefined) {
      const listener = ({ payload }: MutableToken): void => {
        Object.assign(payload, { email_verified: true, ...claims })
        change(payload)
      }
      provider.service.on('beforeTokenSigning', listener)
      return { [Symbol.dispose]: () => void provider.service.off('beforeTokenSigning', listener) }
    },
    signIn,
    async [Symbol.asyncDispose]() {
      await accounts[Symbol.asyncDispose]()
      await provider.stop()
      await rm(folder, { recursive: true })
    },
  }
}

async function signIn(browser: TestedBrowser, changed: (path: string) => string = (path) => path): Promise<string> {
  const out = await browser.visit('/auth/google/login')
  assert.equal(out.statusCode, 302)
  const back = await browser.travel(String(out.headers['location']))
  const outcome = await browser.comeBack(changed(back))
  assert.equal(browser.cookies.has('portofino_google_8000'), false)
  return outcome
}
