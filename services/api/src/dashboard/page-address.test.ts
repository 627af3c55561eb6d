import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decodableAddress } from './page-address.ts'

const browser = { accept: 'text/html,*/*;q=0.8' }

test('an address that cannot be decoded can be when a browser opens it as a page', () => {
  for (const [sent, read] of [
    ['/%', '/%25'],
    ['/simulations/%E0%A4%A?view=%', '/simulations/%25E0%25A4%25A?view=%'],
    ['/a%20b?c?d', '/a%20b?c?d'],
    ['/history/%', '/history/%'],
  ] as const)
    assert.equal(decodableAddress(sent, browser), read)
  for (const headers of [{}, { accept: '*/*' }, { accept: 'application/json' }])
    assert.equal(decodableAddress('/%', headers), '/%')
})
