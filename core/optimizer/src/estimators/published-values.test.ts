import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { arithmeticExpectedReturns } from './arithmetic-expected-returns.ts'
import { bayesSteinExpectedReturns } from './bayes-stein-expected-returns.ts'
import { capmExpectedReturns } from './capm-expected-returns.ts'
import { compoundExpectedReturns } from './compound-expected-returns.ts'
import { ewmaCovariance } from './ewma-covariance.ts'
import { ewmaExpectedReturns } from './ewma-expected-returns.ts'
import { jamesSteinExpectedReturns } from './james-stein-expected-returns.ts'
import { ledoitWolfCovariance } from './ledoit-wolf-covariance.ts'
import { logarithmicExpectedReturns } from './logarithmic-expected-returns.ts'
import { marketRiskAversion } from './market-risk-aversion.ts'
import { oasCovariance } from './oas-covariance.ts'
import { repairedCovariance } from '../covariance/repaired-covariance.ts'
import type { GapPolicy, Returns } from './returns.ts'
import { sampleCovariance } from './sample-covariance.ts'

interface Shrunk {
  covariance: number[]
  intensity: number
}

interface ShrunkMeans {
  expectedReturns: number[]
  intensity: number
}

const targets = ['constant_variance', 'constant_correlation', 'single_factor'] as const
type ByTarget = Record<(typeof targets)[number] | 'oas', Shrunk>

type Pairwise = Record<
  | 'arithmetic'
  | 'compound'
  | 'logarithmic'
  | 'ewmaCompound'
  | 'ewmaArithmetic'
  | 'capmCompound'
  | 'capmArithmetic'
  | 'capmMarket'
  | 'sample'
  | 'ewma'
  | 'ewmaClipped',
  number[]
> & { compatible: ByTarget }

interface Complete {
  shrunk: ByTarget
  jamesStein: ShrunkMeans
  bayesStein: ShrunkMeans
}

interface Fixture {
  periodsPerYear: number
  span: number
  riskFree: number
  assets: string[]
  returns: number[][]
  gaps: (number | null)[][]
  market: number[]
  whole: Pairwise & Complete
  pairwise: Pairwise
  complete: Complete & { ewma: number[]; sample: number[] }
  marketRiskAversion: number
}

const file = new URL('../../../../fixtures/optimizer/estimators.json', import.meta.url)
const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'))
const { periodsPerYear, span, riskFree, assets } = fixture
const market = Float64Array.from(fixture.market)

function tableOf(rows: (number | null)[][]): Returns {
  const data = Float64Array.from(rows.flat(), (value) => value ?? Number.NaN)
  return { kind: 'returns', t: rows.length, n: assets.length, data, assets }
}

const whole = tableOf(fixture.returns)
const gaps = tableOf(fixture.gaps)

function assertClose(actual: ArrayLike<number>, expected: ArrayLike<number>): void {
  assert.equal(actual.length, expected.length)
  const size = Math.max(...Array.from(expected, Math.abs))
  for (let i = 0; i < expected.length; i++) {
    assert.ok(Math.abs(actual[i]! - expected[i]!) <= 1e-13 * size, `entry ${i}: ${actual[i]} is not ${expected[i]}`)
  }
}

function assertShrunk(actual: { covariance: { data: Float64Array }; intensity: number }, expected: Shrunk): void {
  assertClose([actual.intensity], [expected.intensity])
  assertClose(actual.covariance.data, expected.covariance)
}

const cases: { name: string; returns: Returns; nan: GapPolicy | undefined; expected: Pairwise }[] = [
  { name: 'without gaps', returns: whole, nan: undefined, expected: fixture.whole },
  { name: 'with gaps, pairwise', returns: gaps, nan: 'pairwise', expected: fixture.pairwise },
]

for (const { name, returns, nan, expected } of cases) {
  describe(`as PyPortfolioOpt, ${name}`, () => {
    test('arithmetic, compound and logarithmic expected returns', () => {
      assertClose(arithmeticExpectedReturns(returns, { periodsPerYear, nan }).expectedReturns, expected.arithmetic)
      assertClose(compoundExpectedReturns(returns, { periodsPerYear, nan }).expectedReturns, expected.compound)
      assertClose(logarithmicExpectedReturns(returns, { periodsPerYear, nan }).expectedReturns, expected.logarithmic)
    })

    test('exponentially weighted expected returns', () => {
      const [compound, arithmetic] = (['compound', 'arithmetic'] as const).map((annualization) =>
        ewmaExpectedReturns(returns, { span, annualization, periodsPerYear, nan }),
      )
      assertClose(compound!.expectedReturns, expected.ewmaCompound)
      assertClose(arithmetic!.expectedReturns, expected.ewmaArithmetic)
    })

    test('the capital asset pricing model', () => {
      const options = { riskFree, periodsPerYear, nan }
      const compound = capmExpectedReturns(returns, { ...options, annualization: 'compound' })
      const arithmetic = capmExpectedReturns(returns, { ...options, annualization: 'arithmetic' })
      const withMarket = capmExpectedReturns(returns, { ...options, annualization: 'compound', market })
      assertClose(compound.expectedReturns, expected.capmCompound)
      assertClose(arithmetic.expectedReturns, expected.capmArithmetic)
      assertClose(withMarket.expectedReturns, expected.capmMarket)
    })

    test('sample and exponentially weighted covariance', () => {
      assertClose(sampleCovariance(returns, { periodsPerYear, nan }).covariance.data, expected.sample)
      const { covariance } = ewmaCovariance(returns, { span, periodsPerYear, nan })
      assertClose(covariance.data, expected.ewma)
      assertClose(repairedCovariance(covariance, 'clip').covariance.data, expected.ewmaClipped)
    })

    test('shrinkage by compat', () => {
      const compat = 'pyportfolioopt'
      for (const target of targets) {
        assertShrunk(ledoitWolfCovariance(returns, { target, compat, periodsPerYear }), expected.compatible[target])
      }
      assertShrunk(oasCovariance(returns, { compat, periodsPerYear }), expected.compatible.oas)
    })
  })
}

const complete: { name: string; returns: Returns; nan: 'complete' | undefined; expected: Complete }[] = [
  { name: 'without gaps', returns: whole, nan: undefined, expected: fixture.whole },
  { name: 'with gaps, complete rows', returns: gaps, nan: 'complete', expected: fixture.complete },
]

for (const { name, returns, nan, expected } of complete) {
  describe(`by the papers, ${name}`, () => {
    test('Ledoit-Wolf and OAS', () => {
      for (const target of targets) {
        assertShrunk(ledoitWolfCovariance(returns, { target, periodsPerYear, nan }), expected.shrunk[target])
      }
      assertShrunk(oasCovariance(returns, { periodsPerYear, nan }), expected.shrunk.oas)
    })

    test('James-Stein and Bayes-Stein', () => {
      const jamesStein = jamesSteinExpectedReturns(returns, { periodsPerYear, nan })
      const bayesStein = bayesSteinExpectedReturns(returns, { periodsPerYear, nan })
      assertClose(jamesStein.expectedReturns, expected.jamesStein.expectedReturns)
      assertClose([jamesStein.intensity], [expected.jamesStein.intensity])
      assertClose(bayesStein.expectedReturns, expected.bayesStein.expectedReturns)
      assertClose([bayesStein.intensity], [expected.bayesStein.intensity])
    })
  })
}

describe('complete rows', () => {
  test('sample covariance', () => {
    assertClose(sampleCovariance(gaps, { periodsPerYear, nan: 'complete' }).covariance.data, fixture.complete.sample)
  })

  test('age counts the rows that were left out', () => {
    const { covariance, rows } = ewmaCovariance(gaps, { span, periodsPerYear, nan: 'complete' })
    assertClose(covariance.data, fixture.complete.ewma)
    assert.deepEqual(rows, new Int32Array(16).fill(18))
  })
})

test("the market's risk aversion", () => {
  assertClose([marketRiskAversion(market, { riskFree, periodsPerYear }).riskAversion], [fixture.marketRiskAversion])
})
