import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openSite } from '../../http/site.ts'
import { openProvider } from './provider.ts'

const client = { clientId: 'a', clientSecret: 'b' }
const site = (publicUrl: string) => openSite({ publicUrl, isLoopback: false, allowedOrigins: [] }, () => 443)

describe('the provider', () => {
  for (const issuer of ['https://localhost:9', 'https://accounts.google.com.evil.example', 'http://accounts.google.com']) {
    test(`is never ${issuer} on a public server`, () => {
      assert.throws(
        () => openProvider({ ...client, issuer }, site('https://portofino.example')),
        /takes https:\/\/accounts\.google\.com only/,
      )
    })
  }

  test('may be another on this machine', () => {
    openProvider({ ...client, issuer: 'https://localhost:9' }, site('http://localhost:8000'))
    openProvider(client, site('https://portofino.example'))
  })
})
