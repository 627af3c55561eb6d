import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CorporateAction, PriceHistory } from '@portofino/market'
import { lostAction } from './lost-action.ts'

const instrument = {
  symbol: 'ACME',
  name: 'Acme',
  market: 'XNYS',
  calendar: 'XNYS',
  currency: 'USD',
  returns: 'total',
  first: null,
  last: null,
} as const

function history(from: number, actions: CorporateAction[]): PriceHistory {
  const days = Int32Array.from({ length: 100 - from }, (_, t) => from + t)
  const closes = new Float64Array(days.length).fill(10)
  return { instrument, adjusted: { days, closes }, raw: null, actions, source: 'provider', asOf: '2024-01-01', version: '' }
}

const dividend = (day: number, amount = 1): CorporateAction => ({ type: 'dividend', day, amount })
const split = (day: number): CorporateAction => ({ type: 'split', day, ratio: 2 })
const stored = history(0, [dividend(20), split(50), dividend(80)])

for (const [what, fetched, lost] of [
  ['nothing', history(0, [dividend(20), split(50), dividend(80), dividend(95)]), null],
  ['a dividend', history(0, [dividend(20), split(50)]), 80],
  ['a split, though a dividend is near', history(0, [dividend(20), dividend(49), dividend(80)]), 50],
  ['nothing when an event is corrected', history(0, [dividend(25, 2), split(50), dividend(79)]), null],
  ['nothing before the days that were fetched', history(30, [split(50), dividend(80)]), null],
  ['everything', history(0, []), 20],
] as const) {
  test(`a fetch loses ${what}`, () => assert.equal(lostAction(stored, fetched)?.day ?? null, lost))
}

test('a delisting or a rename may be taken back', () => {
  const gone = history(0, [
    { type: 'delisting', day: 50, return: -1 },
    { type: 'rename', day: 40, symbol: 'NEW' },
  ])
  assert.equal(lostAction(gone, history(0, [])), null)
})
