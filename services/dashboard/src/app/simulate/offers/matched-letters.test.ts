import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchedLetters, matchedWord } from './matched-letters.ts'

test('letters anywhere in a symbol', () => {
  assert.deepEqual(matchedLetters('AMD', 'm'), ['A', 'M', 'D'])
  assert.equal(matchedLetters('AMD', ''), null)
  assert.equal(matchedLetters('AMD', 'X'), null)
})

test('beginnings of words in a name', () => {
  assert.deepEqual(matchedWord('The Coca-Cola Company', 'com'), ['The Coca-Cola ', 'Com', 'pany'])
  assert.equal(matchedWord('The Coca-Cola Company', 'ola'), null)
  assert.equal(matchedWord('The Coca-Cola Company', 'c'), null)
})
