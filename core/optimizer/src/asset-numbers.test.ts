import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assetField, finiteArray } from './asset-numbers.ts'
import { OptimizerInputError } from './input-error.ts'

test('finiteArray names the first value at fault', () => {
  finiteArray('prices', Float64Array.of(1, -2), assetField(2))
  assert.throws(
    () => finiteArray('prices', Float64Array.of(1), assetField(2)),
    /prices must have one number for each of the 2 assets, got 1$/,
  )
  assert.throws(
    () => finiteArray('prices', Float64Array.of(1, Infinity), assetField(2, ['AAPL', 'MSFT'])),
    (error) => error instanceof OptimizerInputError && error.index === 1 && error.asset === 'MSFT' && error.field === 'prices',
  )
})
