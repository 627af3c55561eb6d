import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse, totals } from '@portofino/strategy'
import { faultsAt } from './faults.ts'
import { judge } from './unfinished.ts'

/** Codes that are told; `|` is the caret, without it the editor has no focus. */
function told(marked: string, { isTyping = false, hasCandidates = false } = {}): string[] {
  const caret = marked.includes('|') ? marked.indexOf('|') : null
  const text = marked.replace('|', '')
  const { gross, required } = totals(text)
  const isShort = Number(gross) < Number(required)
  return judge(faultsAt(parse(text).diagnostics, 0), { text, caret, isTyping, hasCandidates, isShort }).told.map(
    ({ code }) => code,
  )
}

describe('judge', () => {
  test('nobody is corrected in the middle of a word', () => {
    assert.deepEqual(told('AAPL-L-50% M|', { hasCandidates: true }), [])
    assert.deepEqual(told('AAPL-L-50% MSFT-L-5|', { isTyping: true }), [])
    assert.deepEqual(told('AAPL-L-50% MSFT-X|', { isTyping: true }), [])
    assert.deepEqual(told('AAPL-L-50% MSFT-X|'), ['E105'])
  })

  test('what is still to come is not missing', () => {
    assert.deepEqual(told('AAPL-L-50% |'), [])
    assert.deepEqual(told('AAPL-L-50% MSFT-L-40% |'), [])
    assert.deepEqual(told('|'), [])
  })

  test('a slip before the caret is told at once', () => {
    assert.deepEqual(told('AAPL-L-50% MSFT-X-50% 2020-01-01 2023-01-0|', { isTyping: true }), ['E107'])
    assert.deepEqual(told('AAPL-L-50% MSFT-L-40% 2020-01-01 2023-01-01|'), ['E120'])
    assert.deepEqual(told('AAPL-L-50% MSFT-L-60% 2020-01-0|', { isTyping: true }), ['E120'])
  })

  test('a leg that is being added may still complete the sum', () => {
    assert.deepEqual(told('AAPL-L-50% 2020 2021 K|', { hasCandidates: true }), [])
    assert.deepEqual(told('AAPL-L-50% 2020 2021 K|'), ['E105'])
  })

  test('who has left the editor is told all', () => {
    assert.deepEqual(told('AAPL-L-50% MSFT-L-40%'), ['E120', 'E114'])
    assert.deepEqual(told('AAPL-L-50% M'), ['E105', 'E114'])
    assert.deepEqual(told(''), [])
  })

  test('notes are never held back', () => {
    assert.deepEqual(told('aapl-l-100% 2020 2021|', { isTyping: true }), ['N401'])
  })
})
