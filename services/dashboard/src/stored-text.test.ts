import assert from 'node:assert/strict'
import { test } from 'node:test'
import { storedText } from './stored-text.ts'

test('a text is kept, read and forgotten', () => {
  const kept = new Map<string, string>()
  const text = storedText(
    () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }),
    'key',
  )
  assert.equal(text.read(), null)
  assert.equal(text.keep('KO'), true)
  assert.equal(text.read(), 'KO')
  text.forget()
  assert.equal(kept.size, 0)
})

test('closed storage keeps nothing and breaks nothing', () => {
  const text = storedText(() => {
    throw new DOMException('Access is denied for this document.', 'SecurityError')
  }, 'key')
  assert.equal(text.keep('KO'), false)
  assert.equal(text.read(), null)
  text.forget()
})

const full = () => {
  throw new DOMException('full', 'QuotaExceededError')
}

test('a full one says so', () => {
  assert.equal(storedText(() => ({ getItem: () => null, setItem: full, removeItem: () => undefined }), 'key').keep('KO'), false)
})
