import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainHttpWarning } from './plain-http.ts'

test('plainHttpWarning', () => {
  assert.match(
    plainHttpWarning({ isLoopback: false, publicUrl: 'http://portofino.example.org' }) ?? '',
    /PUBLIC_URL is not https/,
  )
  assert.match(plainHttpWarning({ isLoopback: false, publicUrl: null }) ?? '', /PUBLIC_URL is not https/)
  assert.equal(plainHttpWarning({ isLoopback: false, publicUrl: 'https://portofino.example.org' }), null)
  assert.equal(plainHttpWarning({ isLoopback: true, publicUrl: 'http://localhost:8000' }), null)
})
