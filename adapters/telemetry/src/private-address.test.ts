import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPrivateAddress } from './private-address.ts'

test('isPrivateAddress knows loopback and private networks', () => {
  for (const address of [
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '::ffff:10.0.0.1',
    'fd00::1',
    'fe80::1%eth0',
  ]) {
    assert.ok(isPrivateAddress(address), address)
  }
  for (const address of ['8.8.8.8', '172.32.0.1', '2001:db8::1', '::ffff:8.8.8.8', ''])
    assert.ok(!isPrivateAddress(address), address)
})
