import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isLoopbackAddress, networkOf } from './network.ts'

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

test('loopback is every form of it and nothing else', () => {
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) assert.ok(isLoopbackAddress(address), address)
  for (const address of ['10.0.0.1', '128.0.0.1', '::2', '0.0.0.0', 'localhost']) assert.ok(!isLoopbackAddress(address), address)
})
