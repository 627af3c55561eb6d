import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLoopbackAddress, isLoopbackName } from './loopback.ts'

test('isLoopbackName', () => {
  const loopback = ['localhost', '127.0.0.1', '127.9.9.9', '::1', '[::1]', '::ffff:127.0.0.1']
  for (const host of loopback) assert.ok(isLoopbackName(host), host)
  for (const host of ['0.0.0.0', '::', '10.0.0.1', '128.0.0.1', '::2', 'example.org', 'localhost.example', ''])
    assert.ok(!isLoopbackName(host), host)
})

test('isLoopbackAddress takes no name', () => {
  assert.deepEqual(['127.0.0.1', 'localhost'].map(isLoopbackAddress), [true, false])
})
