import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exposureWarning } from './exposure.ts'

test('exposureWarning', () => {
  const plain = exposureWarning({ isLoopback: false, publicUrl: 'http://portofino.example.org' })
  assert.match(plain ?? '', /PUBLIC_URL is not https/)
  assert.match(exposureWarning({ isLoopback: false, publicUrl: null }) ?? '', /without PUBLIC_URL.*refused \(421\).*TLS proxy/)
  assert.equal(exposureWarning({ isLoopback: false, publicUrl: 'https://portofino.example.org' }), null)
  assert.equal(exposureWarning({ isLoopback: true, publicUrl: 'http://localhost:8000' }), null)
  assert.equal(exposureWarning({ isLoopback: true, publicUrl: null }), null)
})
