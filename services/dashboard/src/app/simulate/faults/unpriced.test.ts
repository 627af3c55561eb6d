import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { applyEdits, parse } from '@portofino/strategy'
import { catalogOf, share } from '../catalog.fixture.ts'
import { unpriced } from './unpriced.ts'

const today = dayNumber(2026, 1, 2)
const catalog = catalogOf([
  share('AAPL', { first: dayNumber(1990, 1, 2), last: dayNumber(2022, 12, 28) }),
  share('TSLA', { first: dayNumber(2010, 6, 29), last: dayNumber(2022, 12, 28) }),
  share('LIVE', { first: dayNumber(1990, 1, 2), last: dayNumber(2025, 12, 30) }),
  share('DARK'),
])
const told = (text: string) =>
  unpriced(parse(text).ast!, { catalog, today }).map(({ code, message, span, fixes }) => [
    code,
    message,
    text.slice(span.start, span.end),
    ...fixes.map(({ edits }) => applyEdits(text, edits)),
  ])

describe('unpriced', () => {
  test('a period after the last price, with the days that all have', () => {
    assert.deepEqual(told('AAPL-L-50% TSLA-L-50% 2023 2025'), [
      ['E303', 'AAPL has no prices in this period', 'AAPL', 'AAPL-L-50% TSLA-L-50% 2010-06-29 2022-12-28'],
      ['E303', 'TSLA has no prices in this period', 'TSLA', 'AAPL-L-50% TSLA-L-50% 2010-06-29 2022-12-28'],
    ])
  })

  test('a period before the first price, of the benchmark too', () => {
    assert.equal(told('AAPL-L-100% 2000 2005 bench=TSLA')[0]![2], 'TSLA')
    assert.deepEqual(told('AAPL-L-100% 2005 2023'), [])
  })

  test('nothing of what may have prices by the time of the run', () => {
    assert.deepEqual(told('LIVE-L-100% 2025-12-31 2026-01-01'), [])
    assert.deepEqual(told('DARK-L-100% 1950 1960'), [])
    assert.deepEqual(told('NOPE-L-100% 1950 1960'), [])
  })

  test('says from when to when there are prices', () => {
    const [fault] = unpriced(parse('AAPL-L-100% 2023 2025').ast!, { catalog, today })
    assert.equal(fault!.help?.replaceAll('\u00A0', ' '), 'Its prices go from 2 Jan 1990 to 28 Dec 2022.')
  })
})
