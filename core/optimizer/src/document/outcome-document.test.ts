import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeDocument } from './outcome-document.ts'

test('a figure that could not be computed is null, never a number that nobody measured', () => {
  const figures = { reciprocalCondition: NaN, minEigenvalue: -Infinity }
  const document = outcomeDocument({ status: 'illConditioned', ...figures })
  assert.deepEqual(document, { status: 'ill_conditioned', reciprocal_condition: null, min_eigenvalue: null })
})
