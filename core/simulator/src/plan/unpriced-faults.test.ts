import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { applyEdits } from '@portofino/strategy'
import { parseIsoDate } from '@portofino/market'
import { inventedRequest } from '../invented-request.ts'
import { planRun } from './run-plan.ts'

const command = 'A-L-50% B-L-50% 2020-01-01 2020-01-06'

/** The command on prices of A from 1 to 9 March and of B from 3 to 5 March, of days that the source tells. */
function faultsOf(known: Record<string, [string, string]>) {
  const request = inventedRequest(command, {
    A: { from: '2020-03-01', daily: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
    B: { from: '2020-03-03', daily: [1, 2, 3] },
  })
  for (const [symbol, [first, last]] of Object.entries(known)) {
    Object.assign(request.histories.get(symbol)!.instrument, { first: parseIsoDate(first), last: parseIsoDate(last) })
  }
  const planning = planRun(request)
  assert.ok(planning.kind === 'failed')
  return planning.diagnostics
}

describe('prices outside of the period', () => {
  test('tell where they are and offer the days that all have', () => {
    const [fault, other] = faultsOf({ A: ['2020-03-01', '2020-03-09'], B: ['2020-03-03', '2020-03-05'] })
    assert.equal(fault!.help, 'A has prices from 2020-03-01 to 2020-03-09')
    assert.equal(other!.help, 'B has prices from 2020-03-03 to 2020-03-05')
    assert.deepEqual(
      fault!.fixes.map(({ title, edits }) => [title, applyEdits(command, edits)]),
      [['2020-03-03 2020-03-05', 'A-L-50% B-L-50% 2020-03-03 2020-03-05']],
    )
  })

  test('offer nothing that cannot help', () => {
    assert.deepEqual(faultsOf({ A: ['2020-03-01', '2020-03-09'] })[0]!.fixes, [])
    assert.deepEqual(faultsOf({ A: ['2020-03-01', '2020-03-02'], B: ['2020-03-03', '2020-03-05'] })[0]!.fixes, [])
  })
})
