import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { hierarchicalRiskParity } from '../hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { OptimizerInputError } from '../input-error.ts'
import { lackingForm } from '../trial/message-form.ts'
import { good, questions } from '../trial/questions.ts'
import { dense } from '../trial/random-covariances.ts'
import { documentOutcome } from './document-outcome.ts'

const { assets, covariance } = good
const clustered = (params: object): unknown => documentOutcome({ objective: 'hrp', assets, covariance, params })
const matrix = dense([0.04, 0.01], [0.01, 0.09])

/** What is asked, the field, and what is said. */
const refused: readonly [() => unknown, string, string][] = [
  [() => clustered({ nan: 'complete' }), 'params.nan', 'must be left out where covariance is given'],
  [() => clustered({ periods_per_year: 252 }), 'params.periods_per_year', 'must be left out where covariance is given'],
  [() => hierarchicalRiskParity(matrix, { nan: 'complete' }), 'nan', 'must be left out where a covariance is given'],
  [
    () => hierarchicalRiskParity(matrix, { periodsPerYear: 252 }),
    'periodsPerYear',
    'must be left out where a covariance is given',
  ],
  [
    () =>
      documentOutcome({
        objective: 'black_litterman',
        assets,
        covariance,
        params: { prior: [0.1, 0.1, 0.1], views: [], risk_aversion: 3 },
      }),
    'params.risk_aversion',
    'must be left out where params.prior is a list of returns',
  ],
]

describe('what nothing would read', () => {
  for (const [asked, field, rule] of refused) {
    test(`is refused, never ignored: ${field} ${rule}`, () => {
      assert.throws(asked, (error: unknown) => {
        assert.ok(error instanceof OptimizerInputError)
        assert.deepEqual(
          [error.code, error.field, error.message, lackingForm(error)],
          ['unknown_field', field, `${field} ${rule}`, null],
        )
        return true
      })
    })
  }

  test('may be there as undefined', () => {
    assert.equal(hierarchicalRiskParity(matrix, { nan: undefined, periodsPerYear: undefined }).status, 'optimal')
    assert.equal(documentOutcome(questions.black_litterman).status, 'optimal')
  })
})
