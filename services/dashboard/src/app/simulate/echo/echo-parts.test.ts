import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inWords, parse } from '@portofino/strategy'
import { echoParts } from './echo-parts.ts'

test('names and dates stand out, and nothing of the sentence is lost', () => {
  const words = 'Hold 50% Apple Inc. (AAPL) and 50% Apple from 1 January 2020 to 31 December 2021, bought once and left alone.'
  const parts = echoParts(words, ['Apple', 'Apple Inc.'])
  assert.deepEqual(
    parts.filter(({ isStrong }) => isStrong).map(({ text }) => text),
    ['Apple Inc.', 'Apple', '1\u00A0January\u00A02020', '31\u00A0December\u00A02021'],
  )
  assert.equal(
    parts
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u00A0', ' '),
    words,
  )
})

test('names with signs are taken as they are', () => {
  const words = inWords(parse('KO-L-100% 2020 2021').ast!)
  assert.equal(
    echoParts(words, ['S&P 500 (^GSPC) $ [x]'])
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u00A0', ' '),
    words,
  )
})
