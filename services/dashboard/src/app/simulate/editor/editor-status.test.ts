import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, totals } from '@portofino/strategy'
import { editorStatus } from './editor-status.ts'
import { faultsAt } from '../faults/faults.ts'

function status(text: string, { isPending = false, runs = 1 } = {}) {
  const faults = faultsAt(parse(text).diagnostics, 0)
  const { word, detail, runDisabledBecause } = editorStatus({
    isEmpty: text === '',
    told: isPending ? [] : faults,
    unfinished: isPending ? faults : [],
    runs,
    totals: totals(text),
    legs: totals(text).legs.length,
    length: '3 years',
  })
  return [word, detail, runDisabledBecause !== undefined]
}

test('says how it stands, and why it cannot run', () => {
  assert.deepEqual(status('AAPL-L-50% MSFT-L-50% 2020 2022'), ['Ready', '2 legs, 3 years of daily prices', false])
  assert.deepEqual(status('AAPL-L-50% M', { isPending: true }), ['Unfinished', '50.0% placed, no period yet', true])
  const pending = { isPending: true }
  assert.deepEqual(status('AAPL-L-100% 2020 2021 cost=', pending), ['Unfinished', '100.0% placed, a word is not whole yet', true])
  assert.deepEqual(status('AAPL-L-60% 2020 2021', pending), ['Unfinished', '60.0% placed', true])
  assert.deepEqual(status('AAPL-L-50% MSFT-X-40% 2020 2022'), ['2 faults', 'Run waits until both are fixed', true])
  assert.deepEqual(status(''), ['Empty', 'A ticker begins it, such as AAPL', true])
  assert.deepEqual(status('KO-L-100% 2020 2022', { runs: 3 }), ['Ready', '3 runs, one a line', false])
})
