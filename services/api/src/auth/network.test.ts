import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { networkOf } from './network.ts'

describe('networkOf', () => {
  for (const [address, network] of [
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['127.0.0.1', '127.0.0.0/24'],
    ['no address', 'no address'],
  ] as const) {
    test(`${address} is in ${network}`, () => assert.equal(networkOf(address), network))
  }
})
