import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiAddress } from './api-address.ts'

test('without either, the page asks its own origin', () => {
  assert.equal(apiAddress(undefined, null), undefined)
  assert.equal(apiAddress('', '{}'), undefined)
})

test('the variable counts before the file', () => {
  const file = JSON.stringify({ api_url: 'https://api.example.com/' })
  assert.equal(apiAddress(undefined, file), 'https://api.example.com')
  assert.equal(apiAddress('http://localhost:8000', file), 'http://localhost:8000')
})

for (const wrong of ['localhost:8000', 'ftp://example.com', 'https://example.com/api', 'https://a b']) {
  test(`${wrong} is no address`, () => {
    assert.throws(() => apiAddress(wrong, null), /Cannot build: NEXT_PUBLIC_API_URL must be .* got/)
    assert.throws(() => apiAddress(undefined, JSON.stringify({ api_url: wrong })), /"api_url" of dashboard\.json must be/)
  })
}

test('what is no text is no address', () => assert.throws(() => apiAddress(undefined, '{"api_url": 8000}'), /got 8000/))
