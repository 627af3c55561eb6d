import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { discreteAllocation } from './discrete-allocation/discrete-allocation.ts'
import { arithmeticExpectedReturns } from './estimators/arithmetic-expected-returns.ts'
import { hierarchicalRiskParity } from './hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { minVolatility } from './objectives/min-volatility.ts'
import { refusalOf } from './trial/message-form.ts'
import { dense } from './trial/random-covariances.ts'

const covariance = dense([0.04, 0.01], [0.01, 0.09])
const long = Float64Array.of(0.5, -0.5)

/** As JavaScript can call it: options that no type has checked. */
const bought = (more: object): unknown =>
  discreteAllocation(long, Float64Array.of(10, 20), { value: 1000, method: 'exact', ...more })
const averaged = (periodsPerYear: unknown): unknown =>
  Reflect.apply(arithmeticExpectedReturns, undefined, [
    { kind: 'returns', t: 1, n: 1, data: Float64Array.of(0.1) },
    { periodsPerYear },
  ])
const least = (options: object): unknown => minVolatility({ covariance }, options)
const weighed = (values: unknown[]): unknown =>
  Reflect.apply(minVolatility, undefined, [
    { assets: ['A', 'B'], covariance, rows: [{ name: 'r', coefficients: { indices: [0, 1], values } }] },
  ])
const clustered = (options: object): unknown => hierarchicalRiskParity(covariance, options)

/** What is asked, and what is said. */
const refused: readonly [() => unknown, string][] = [
  [() => bought({ reinvest: 'x' }), 'reinvest must be true or false, got "x"'],
  [() => bought({ reinvest: null }), 'reinvest must be true or false, got null'],
  [() => bought({ mostNodes: '0.5' }), 'mostNodes must be at least 0, got "0.5"'],
  [() => bought({ mostNodes: null }), 'mostNodes must be at least 0, got null'],
  [() => bought({ value: '1000' }), 'value must be a finite number above 0, got "1000"'],
  [() => bought({ shortRatio: true }), 'shortRatio must be a finite number of at least 0, got true'],
  [() => bought({ method: Symbol('exact') }), 'method must be "greedy" or "exact", got a symbol'],
  [() => clustered({ columns: 'x' }), 'columns must be true or false, got "x"'],
  [() => clustered({ columns: 1 }), 'columns must be true or false, got 1'],
  [() => clustered({ periodsPerYear: '252' }), 'periodsPerYear must be a finite number above 0, got "252"'],
  [() => clustered({ linkage: {} }), 'linkage must be "single" or "complete" or "average" or "ward", got an object'],
  [() => averaged('0.5'), 'periodsPerYear must be a finite number above 0, got "0.5"'],
  [() => averaged(true), 'periodsPerYear must be a finite number above 0, got true'],
  [() => least({ maxSteps: true }), 'maxSteps must be at least 1, got true'],
  [() => least({ maxSteps: '20' }), 'maxSteps must be at least 1, got "20"'],
  [() => weighed([null, 1]), 'rows[0].coefficients.values of A must be a finite number, got null'],
  [() => weighed([1, '0.5']), 'rows[0].coefficients.values of B must be a finite number, got "0.5"'],
  [() => weighed([1, Infinity]), 'rows[0].coefficients.values of B must be a finite number, got Infinity'],
]

describe('an option of another type', () => {
  for (const [asked, message] of refused) {
    test(`is refused: ${message}`, () => assert.deepEqual(refusalOf(asked), { message, lacks: null }))
  }
})
