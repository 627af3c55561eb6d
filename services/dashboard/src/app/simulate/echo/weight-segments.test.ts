import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse, totals } from '@portofino/strategy'
import { weight } from '../../../format.ts'
import { readForm } from '../form/command-form.ts'
import { faultsAt } from '../faults/faults.ts'
import { weightSegments, weightsInWords } from './weight-segments.ts'

const segmentsOf = (text: string) =>
  weightSegments(totals(text), { legs: readForm(text).legs, faults: faultsAt(parse(text).diagnostics, 0) })
const shown = (text: string) => segmentsOf(text).map(({ kind, label, width }) => `${kind} ${label} ${width.toFixed(1)}`)

test('one stretch a leg, and a gap for what is missing', () => {
  assert.deepEqual(shown('AAPL-L-50% MSFT-X-40% 2020-01-01 2023-01-01'), ['long AAPL 50.0', 'unknown MSFT 40.0', 'gap  10.0'])
  assert.deepEqual(shown('WMT-L-60% BBY-S-40% 2020 2021'), ['long WMT 60.0', 'short BBY 40.0'])
  assert.deepEqual(shown('KO-L-90% $CASH-L-10% 2020 2021'), ['long KO 90.0', 'cash Cash 10.0'])
  assert.deepEqual(shown('KO-L-150% PG-L-50%'), ['long KO 75.0', 'long PG 25.0'])
  assert.deepEqual(shown(''), [])
})

test('in words', () => {
  assert.equal(
    weightsInWords(segmentsOf('AAPL-L-50% MSFT-X-40% 2020 2021'), weight),
    'Weights: AAPL 50.0% long, MSFT 40.0% with unknown side, 10.0% missing',
  )
})
