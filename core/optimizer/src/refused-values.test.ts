import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { blackLitterman } from './black-litterman/black-litterman.ts'
import type { View } from './black-litterman/view-rows.ts'
import { discreteAllocation } from './discrete-allocation/discrete-allocation.ts'
import { arithmeticExpectedReturns } from './estimators/arithmetic-expected-returns.ts'
import { bayesSteinExpectedReturns } from './estimators/bayes-stein-expected-returns.ts'
import { capmExpectedReturns } from './estimators/capm-expected-returns.ts'
import { compoundExpectedReturns } from './estimators/compound-expected-returns.ts'
import { ewmaExpectedReturns } from './estimators/ewma-expected-returns.ts'
import { logarithmicExpectedReturns } from './estimators/logarithmic-expected-returns.ts'
import { marketRiskAversion } from './estimators/market-risk-aversion.ts'
import { oasCovariance } from './estimators/oas-covariance.ts'
import { repairedCovariance } from './covariance/repaired-covariance.ts'
import type { Returns } from './estimators/returns.ts'
import { returnsFromPrices } from './estimators/returns-from-prices.ts'
import { sampleCovariance } from './estimators/sample-covariance.ts'
import { hierarchicalRiskParity } from './hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { efficientRisk } from './objectives/efficient-risk.ts'
import { maxUtility } from './objectives/max-utility.ts'
import { measuredPortfolio } from './objectives/measured-portfolio.ts'
import { minTrackingError } from './objectives/min-tracking-error.ts'
import { minVolatility } from './objectives/min-volatility.ts'
import type { Problem } from './problem/problem.ts'
import { dense } from './trial/random-covariances.ts'
import { riskBudgeting } from './risk-budgeting/risk-budgeting.ts'
import { roundedWeights } from './rounded-weights.ts'
import { equalWeight } from './simple-allocations/equal-weight.ts'
import { inverseVolatility } from './simple-allocations/inverse-volatility.ts'
import { refusalOf } from './trial/message-form.ts'

const assets = ['A', 'B']
const covariance = dense([0.04, 0.01], [0.01, 0.09])
const indefinite = dense([0, 1], [1, 0])
const half = Float64Array.of(0.5, 0.5)
const problem: Problem = { assets, covariance, expectedReturns: Float64Array.of(0.05, 0.08) }
const yearly = { periodsPerYear: 12 }
const capm = { ...yearly, riskFree: 0.01, annualization: 'arithmetic' } as const
const money = { value: 1000, method: 'greedy', assets } as const

/** Of two assets, by rows. */
const table = (...data: number[]): Returns => {
  return { kind: 'returns', t: data.length / 2, n: 2, data: Float64Array.from(data), assets }
}
const gap = table(0.1, 0.1, 0.1, NaN, 0.1, 0.2)
const apart = table(0.1, NaN, 0.2, NaN, NaN, 0.1, NaN, 0.3)
const still = table(0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2)
const viewed = (views: View[]): unknown => blackLitterman(half, covariance, { assets, views })
const bought = (more: object): unknown => discreteAllocation(half, Float64Array.of(10, 20), { ...money, ...more })
const held = (more: Partial<Problem>): unknown => minVolatility({ ...problem, ...more })
const row = (name: string) => ({ name, coefficients: half })

/** What is asked, and what is said. */
const refused: readonly [() => unknown, string][] = [
  [() => held({ assets: ['A'] }), 'assets must have one label for each of the 2 assets, got 1'],
  [() => held({ assets: ['A', 'A'] }), 'assets[1] must be a label of its own, got "A" as at 0'],
  [() => held({ bounds: { lower: 0.6, upper: 0.5 } }), 'bounds of A must leave room, got lower 0.6 above upper 0.5'],
  [() => held({ budget: { min: 1, max: 0.5 } }), 'budget must leave room between its limits, got lower 1 above upper 0.5'],
  [() => held({ budget: { min: 1 } as never }), 'budget.max must be a number, got undefined; Infinity is no limit'],
  [() => held({ turnover: { from: half } as never }), 'turnover.max must be a finite number of at least 0, got undefined'],
  [() => held({ rows: [row('r'), row('r')] }), 'rows[1] must have a name of its own, got "r" as of rows[0]'],
  [
    () => held({ groups: [{ name: 'g', members: [0, 0] }] }),
    'groups[0].members[1] must be an asset that is not named before, got A once more',
  ],
  [
    () => held({ rows: [{ name: 'r', coefficients: { indices: [0], values: [] } }] }),
    'rows[0].coefficients must have as many values as indices, got 0 and 1',
  ],
  [() => held({ covariance: { ...covariance, n: 3 } }), 'covariance.data must have 3 × 3 = 9 numbers, got 4'],
  [() => held({ covariance: dense([-1, 0], [0, 1]) }), 'covariance.data of A must be at least 0, got -1'],
  [() => held({ covariance: dense([1, 0], [0.5, 1]) }), 'covariance.data of B and A must be the same both ways, got 0.5 and 0'],
  [
    () => held({ covariance: indefinite }),
    'covariance must have no negative eigenvalue, got -0.9999999999999998; repairedCovariance or psd "clip", "shift" or "nearest" mends it',
  ],
  [() => measuredPortfolio(problem, Float64Array.of(1)), 'weights must have one number for each of the 2 assets, got 1'],
  [
    () => maxUtility({ covariance }, { riskAversion: 1 }),
    'expectedReturns must be given for this objective, got none; one annual number for each asset',
  ],
  [
    () => minTrackingError({ covariance }, { benchmark: half, minReturn: 0.1 }),
    'expectedReturns must be given where minReturn is, got none',
  ],
  [
    () => efficientRisk({ ...problem, l2: 1 }, { targetVolatility: 0.2, sense: 'equal' }),
    'sense must be "atMost" where there is l2, got "equal", which has no exact answer then',
  ],
  [
    () => minVolatility(problem, { warm: { columns: '--' } as never }),
    'warm must be the state of an earlier outcome, got one without texts for columns and rows',
  ],
  [
    () => returnsFromPrices({ kind: 'prices', t: 1, n: 2, data: Float64Array.of(1, -2), assets }),
    'prices of B must be finite numbers above 0, got -2 in row 0',
  ],
  [
    () => returnsFromPrices({ kind: 'prices', t: 1, n: 2, data: half, assets: ['A'] }),
    'assets must have one label for each of the 2 assets, got 1',
  ],
  [
    () => returnsFromPrices({ kind: 'prices', t: 1, n: 2, data: half, assets: ['A', 'A'] }),
    'assets[1] must be a label of its own, got "A" as at 0',
  ],
  [
    () => returnsFromPrices({ kind: 'prices', t: 2, n: 2, data: half }),
    'prices must have 4 values for 2 rows of 2 assets, got 2',
  ],
  [
    () => returnsFromPrices({ kind: 'prices', t: 0, n: 2, data: new Float64Array(0) }),
    'prices must have at least one row, got none',
  ],
  [
    () => arithmeticExpectedReturns({ kind: 'prices' } as never, yearly),
    'returns must be a table of returns, got "prices"; returnsFromPrices makes them',
  ],
  [
    () => arithmeticExpectedReturns(gap, yearly),
    'returns of B must have no gap, got one in row 1; say what to do about gaps: nan "reject", "complete" or "pairwise"',
  ],
  [
    () => arithmeticExpectedReturns(gap, { ...yearly, nan: 'reject' }),
    'returns of B must have no gap, got one in row 1; nan "complete" leaves such rows out',
  ],
  [
    () => hierarchicalRiskParity(gap, { assets }),
    'returns of B must have no gap, got one in row 1; say what to do about gaps: nan "reject" or "complete"',
  ],
  [() => arithmeticExpectedReturns(table(0.1, Infinity), yearly), 'returns of B must be finite numbers, got Infinity in row 0'],
  [() => hierarchicalRiskParity(table(0.1, Infinity), { assets }), 'returns of B must be finite numbers, got Infinity in row 0'],
  [() => arithmeticExpectedReturns(gap, { periodsPerYear: 0 }), 'periodsPerYear must be a finite number above 0, got 0'],
  [() => sampleCovariance(table(0.1, 0.2), yearly), 'returns must have at least 2 rows, got 1'],
  [
    () => sampleCovariance(apart, { ...yearly, nan: 'complete' }),
    'returns must have at least 2 rows without a gap, got 0 of 4; A has the fewest, 2',
  ],
  [
    () => sampleCovariance(apart, { ...yearly, nan: 'pairwise' }),
    'returns of B must have at least 2 rows in common with A, got 0',
  ],
  [
    () => sampleCovariance(table(0.1, 0.1, 0.2, NaN, 0.3, NaN), { ...yearly, nan: 'pairwise' }),
    'returns of B must have at least 2 rows, got 1',
  ],
  [() => compoundExpectedReturns(table(0.1, -1.5), yearly), 'returns of B must be at least −1, got -1.5'],
  [() => compoundExpectedReturns(table(0.1, 1e300), yearly), 'returns of B must grow to a finite number, got Infinity'],
  [() => logarithmicExpectedReturns(table(0.1, -1), yearly), 'returns of B must be above −1, got -1'],
  [
    () => ewmaExpectedReturns(gap, { ...yearly, nan: 'pairwise', span: 0.5, annualization: 'arithmetic' }),
    'span must be a finite number of at least 1, got 0.5',
  ],
  [
    () => ewmaExpectedReturns(table(0.1, 0.1, 0.1, NaN), { ...yearly, nan: 'pairwise', span: 1, annualization: 'arithmetic' }),
    'returns of B must be young enough for the span, got none that has any weight; take a longer one',
  ],
  [
    () => bayesSteinExpectedReturns(still, yearly),
    'returns of A must vary, and not only with those of the assets before it, got a singular covariance',
  ],
  [() => capmExpectedReturns(still, capm), 'market must vary, got the same return in every row'],
  [
    () => capmExpectedReturns({ ...still, t: 6 }, { ...capm, market: new Float64Array(6) }),
    'returns must have 12 values for 6 rows of 2 assets, got 10',
  ],
  [
    () => capmExpectedReturns({ ...still, assets: ['A'] }, { ...capm, market: still.data.subarray(5) }),
    'assets must have one label for each of the 2 assets, got 1',
  ],
  [() => capmExpectedReturns(still, { ...capm, market: [1] as never }), 'market must be a Float64Array, got an array'],
  [() => capmExpectedReturns(still, { ...capm, market: half }), 'market must have 5 rows, as the returns have, got 2'],
  [
    () => capmExpectedReturns(apart, { ...capm, nan: 'pairwise', market: Float64Array.of(0.1, 0.2, 0.3, NaN) }),
    'returns of B must have at least 2 rows in common with the market, got 1',
  ],
  [
    () => marketRiskAversion(Float64Array.of(0.1, 0.1), { ...yearly, riskFree: 0 }),
    'market must vary, got the same return in every row',
  ],
  [() => oasCovariance(gap, { ...yearly, nan: 'pairwise' as never }), 'nan must be "reject" or "complete", got "pairwise"'],
  [() => repairedCovariance(covariance, 'cut' as never), 'psd must be "error" or "clip" or "shift" or "nearest", got "cut"'],
  [
    () => inverseVolatility(dense([1e300, 0], [0, 1])),
    'covariance.data of asset 0 must be at most 1e290, the most that can be computed with, got 1e+300',
  ],
  [
    () => riskBudgeting(covariance, { assets, budgets: Float64Array.of(1, 0) }),
    'budgets of B must be above 0, got 0; leave the asset out instead',
  ],
  [() => riskBudgeting(covariance, { assets, budgets: half.map((each) => each / 2) }), 'budgets must sum to 1, got 0.5'],
  [() => viewed([{ assets: {}, value: 1 }]), 'views[0].assets must have a coefficient other than 0, got none'],
  [() => viewed([{ assets: { C: 1 }, value: 1 }]), 'views[0].assets must name known labels, got "C"'],
  [() => viewed([{ assets: { B: NaN }, value: 1 }]), 'views[0].assets of B must be a finite number, got NaN'],
  [() => viewed([{ assets: { B: 1 }, value: NaN }]), 'views[0].value must be a finite number, got NaN'],
  [() => viewed([{ assets: { B: 1 }, value: 0, confidence: 2 }]), 'views[0].confidence must be from 0 to 1, got 2'],
  [
    () => viewed([{ assets: { B: 1e200 }, value: 0 }]),
    'views[0].assets must have coefficients whose variance is a finite number, got larger ones',
  ],
  [() => bought({ value: 0 }), 'value must be a finite number above 0, got 0'],
  [() => bought({ shortRatio: -1 }), 'shortRatio must be a finite number of at least 0, got -1'],
  [() => bought({ mostNodes: -1 }), 'mostNodes must be at least 0, got -1'],
  [() => bought({ assets: ['A'] }), 'assets must have one label for each of the 2 assets, got 1'],
  [() => bought({ lots: Float64Array.of(1, 0) }), 'lots of B must be above 0, got 0'],
  [
    () => bought({ lots: Float64Array.of(2 ** -100, 1) }),
    'lots of A must be so large that the money buys at most 9007199254740991, got 2.5353012004564588e+32',
  ],
  [() => roundedWeights(half, { decimals: 13 }), 'decimals must be a whole number from 0 to 12, got 13'],
  [() => roundedWeights(half, { decimals: 2, cutoff: -1 }), 'cutoff must be at least 0, got -1'],
  [() => roundedWeights(half, { decimals: 2, budget: 0.005 }), 'budget must have at most 2 decimals, got 0.005'],
  [
    () => roundedWeights(half, { decimals: 2, cutoff: 0.6 }),
    'weights must leave one above the cutoff to carry a budget of 1, got none',
  ],
  [
    () => roundedWeights(Float64Array.of(1e9), { decimals: 12 }),
    'decimals must be so few that their units can be counted, got 12 for 1e+21 units',
  ],
  [
    () => marketRiskAversion(Float64Array.of(100, 101), { ...yearly, riskFree: 0 }),
    'market must be returns as fractions, got 100 and more of that size; of prices, p/p₋₁ − 1',
  ],
  [
    () => capmExpectedReturns(still, { ...capm, market: Float64Array.of(100, 101, 102, 99, 98) }),
    'market must be returns as fractions, got 100 and more of that size; of prices, p/p₋₁ − 1',
  ],
  [() => maxUtility(problem, { riskAversion: 5e-324 }), 'riskAversion must be a finite number above 1e-300, got 5e-324'],
  [() => equalWeight(0), 'n must be a whole number of at least 1, got 0'],
]

describe('a value that cannot be', () => {
  for (const [asked, message] of refused) {
    test(`is refused: ${message}`, () => assert.deepEqual(refusalOf(asked), { message, lacks: null }))
  }
})
