import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { covariances, dense } from '../trial/random-covariances.ts'
import { blackLitterman } from './black-litterman.ts'
import { combined, demand, percentError } from '../trial/combined-views.ts'
import type { View } from './view-rows.ts'

/** What a view is about, by the returns given. */
function expectation(view: View, assets: readonly string[], returns: Float64Array): number {
  return assets.reduce((total, asset, i) => total + (view.assets[asset] ?? 0) * returns[i]!, 0)
}

function exact(coefficients: Record<string, number>, expected: number): View {
  return { assets: coefficients, value: expected, confidence: 1 }
}

describe('blackLitterman', () => {
  const letters = 'ABCDEFGHI'
  const drawn = covariances.chain((covariance) => {
    const { n } = covariance
    const assets = letters.slice(0, n).split('')
    const small = fc.integer({ min: -20, max: 20 })
    const view = fc
      .tuple(fc.array(small, { minLength: n, maxLength: n }), small, fc.option(fc.integer({ min: 1, max: 19 })))
      .filter(([coefficients]) => coefficients.some((each) => each !== 0))
      .map(([coefficients, value, confidence]): View => ({
        assets: Object.fromEntries(assets.map((asset, i) => [asset, coefficients[i]! / 10])),
        value: value / 100,
        ...(confidence === null ? {} : { confidence: confidence / 20 }),
      }))
    const prior = fc
      .array(small, { minLength: n, maxLength: n })
      .map((values) => Float64Array.from(values, (value) => value / 100))
    return fc.record({
      covariance: fc.constant(covariance),
      assets: fc.constant(assets),
      prior,
      views: fc.array(view, { maxLength: 4 }),
    })
  })
  test('is the prior, with the uncertainty of its mean, without views and with views of confidence 0', () => {
    fc.assert(
      fc.property(drawn, ({ covariance, assets, prior, views }) => {
        for (const none of [[], views.map((view) => ({ ...view, confidence: 0 }))]) {
          const { posterior, viewsUsed } = combined(prior, covariance, { views: none, assets, tau: 0.25 })
          assert.deepEqual(posterior.expectedReturns, prior)
          assert.deepEqual(
            posterior.covariance.data,
            covariance.data.map((entry) => entry + 0.25 * entry),
          )
          assert.deepEqual(viewsUsed, [])
        }
      }),
    )
  })

  test('meets its first view exactly when that is exact, whatever the others say', () => {
    fc.assert(
      fc.property(drawn, ({ covariance, assets, prior, views }) => {
        if (views.length === 0) return
        const certain = views.map((view, k) => (k === 0 ? { ...view, confidence: 1 } : view))
        const { posterior } = combined(prior, covariance, { views: certain, assets })
        assert.ok(Math.abs(expectation(certain[0]!, assets, posterior.expectedReturns) - certain[0]!.value) < 1e-12)
      }),
    )
  })

  test('does not depend on the order of views, on τ in its returns, or on the size and direction of a view', () => {
    fc.assert(
      fc.property(drawn, ({ covariance, assets, prior, views }) => {
        const base = combined(prior, covariance, { views, assets }).posterior
        const turned = views.map((view) => ({
          ...view,
          assets: Object.fromEntries(Object.entries(view.assets).map(([asset, each]) => [asset, -2 * each])),
          value: -2 * view.value,
        }))
        const others = [
          combined(prior, covariance, { views: views.toReversed(), assets }).posterior,
          combined(prior, covariance, { views: turned, assets }).posterior,
        ]
        for (const other of others) {
          for (const [i, each] of base.expectedReturns.entries()) assert.ok(Math.abs(each - other.expectedReturns[i]!) < 1e-11)
          for (const [at, each] of base.covariance.data.entries()) assert.ok(Math.abs(each - other.covariance.data[at]!) < 1e-11)
        }
        assert.deepEqual(combined(prior, covariance, { views, assets, tau: 2 }).posterior.expectedReturns, base.expectedReturns)
      }),
    )
  })

  test('moves what a view is about by its confidence, and the demand by the same share', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 19 }), ({ covariance, assets, prior, views }, twentieths) => {
        if (views.length === 0) return
        const confidence = twentieths / 20
        const at = (certainty: number): Float64Array =>
          demand(
            covariance,
            combined(prior, covariance, { views: [{ ...views[0]!, confidence: certainty }], assets }).posterior.expectedReturns,
            1,
          )
        const [none, some, all] = [demand(covariance, prior, 1), at(confidence), at(1)]
        for (const [i, each] of some.entries()) {
          const expected = none[i]! + confidence * (all[i]! - none[i]!)
          assert.ok(Math.abs(each - expected) < 1e-9 * (1 + Math.abs(all[i]!) + Math.abs(none[i]!)))
        }
      }),
    )
  })

  test('has the posterior of one normal observation for one asset and one view', () => {
    const { posterior, implied } = combined(Float64Array.of(0.06), dense([0.04]), {
      views: [{ assets: { A: 1 }, value: 0.1, confidence: 0.25 }],
      assets: ['A'],
      tau: 0.1,
    })
    assert.ok(Math.abs(posterior.expectedReturns[0]! - 0.07) < 1e-15)
    // Prior variance 0.004, of the view 0.012: together 0.003.
    assert.ok(Math.abs(posterior.covariance.data[0]! - 0.043) < 1e-15)
    assert.deepEqual(implied, { status: 'optimal', weights: Float64Array.of(1) })
  })
})

describe('blackLitterman where views or assets depend on each other', () => {
  const assets = ['A', 'B', 'CASH']
  const covariance = dense([0.04, 0.01, 0], [0.01, 0.09, 0], [0, 0, 0])
  const prior = Float64Array.of(0.06, 0.08, 0.02)
  test('an exact view that others already say counts once', () => {
    const views = [exact({ A: 1 }, 0.05), exact({ B: 1 }, 0.1), exact({ A: 1, B: -1 }, -0.05), exact({ A: 2 }, 0.1)]
    const { posterior, viewsUsed } = combined(prior, covariance, { views, assets })
    assert.deepEqual(viewsUsed, [0, 1])
    assert.ok(percentError(posterior.expectedReturns, [5, 10, 2]) <= 1e-12)
  })

  test('exact views that cannot hold together are named, those that have no part in it not', () => {
    const views = [exact({ B: 1 }, 0.1), exact({ A: 1 }, 0.05), { assets: { A: 1 }, value: 0.3 }, exact({ A: 1 }, 0.07)]
    const outcome = blackLitterman(prior, covariance, { views, assets })
    assert.ok(outcome.status === 'infeasible' && Math.abs(outcome.expected - 0.05) < 1e-15)
    assert.deepEqual(outcome, {
      status: 'infeasible',
      views: [1, 3],
      value: 0.07,
      expected: outcome.expected,
      explanation: 'views[3] says 0.07, but views[1] already says 0.05',
    })
  })

  test('a view on what does not vary can only repeat the prior', () => {
    assert.deepEqual(combined(prior, covariance, { views: [{ assets: { CASH: 1 }, value: 0.02 }], assets }).viewsUsed, [])
    assert.deepEqual(blackLitterman(prior, covariance, { views: [{ assets: { CASH: 1 }, value: 0.03 }], assets }), {
      status: 'infeasible',
      views: [0],
      value: 0.03,
      expected: 0.02,
      explanation: 'views[0] says 0.03, but the prior, which is certain about it, already says 0.02',
    })
  })

  test('a portfolio whose risks cancel out but for rounding does not vary', () => {
    for (const [a, b] of [
      [0.1, 0.3],
      [0.7, 0.1],
      [1e-3, 1.1],
      [0.3, 0.9],
      [1 / 3, 1.3],
    ] as const) {
      const multiple = dense([a * a, a * b], [a * b, b * b])
      const view = { assets: { A: b, B: -a }, value: 0.3 }
      const outcome = blackLitterman(Float64Array.of(0.05, 0.06), multiple, { views: [view], assets: ['A', 'B'] })
      assert.equal(outcome.status, 'infeasible')
    }
  })

  test('a confidence next to nothing leaves the prior', () => {
    const views = [{ assets: { A: 1 }, value: 0.5, confidence: Number.MIN_VALUE }]
    assert.deepEqual(combined(prior, covariance, { views, assets }).posterior.expectedReturns, prior)
  })

  test('there are no implied weights where assets are made up of others, or where weights sum to nothing', () => {
    const { implied } = combined(prior, covariance, { views: [], assets })
    assert.ok(implied.status === 'illConditioned' && implied.asset === 2)
    const short = combined(Float64Array.of(-0.01, -0.02), dense([0.04, 0], [0, 0.04]), { views: [], assets: ['A', 'B'] }).implied
    assert.ok(short.status === 'notScalable' && short.total < 0)
    const neutral = combined(Float64Array.of(0.01, -0.01), dense([0.04, 0], [0, 0.04]), { views: [], assets: ['A', 'B'] }).implied
    assert.equal(neutral.status, 'notScalable')
  })

  test('a covariance that is not positive semidefinite is refused', () => {
    const indefinite = dense([1, -0.9, -0.9], [-0.9, 1, -0.9], [-0.9, -0.9, 1])
    const views = [{ assets: { A: 1, B: 1, CASH: 1 }, value: 0 }]
    assert.throws(() => blackLitterman(prior, indefinite, { views, assets }), { code: 'not_positive_semidefinite' })
  })

  const refused: [string, Parameters<typeof blackLitterman>[2], object][] = [
    [
      'an unknown asset',
      { views: [exact({ C: 1 }, 0)], assets },
      { code: 'unknown_label', field: 'views[0].assets', asset: 'C' },
    ],
    ['what every object has', { views: [exact({ toString: 1 }, 0)], assets }, { code: 'unknown_label', asset: 'toString' }],
    ['a view of nothing', { views: [exact({ A: 0 }, 0)], assets }, { code: 'empty', field: 'views[0].assets' }],
    ['an infinite coefficient', { views: [exact({ A: Infinity }, 0)], assets }, { code: 'not_finite', asset: 'A' }],
    ['a coefficient of 1e200', { views: [exact({ A: 1e200 }, 0)], assets }, { code: 'out_of_range', field: 'views[0].assets' }],
    [
      'a value that is no number',
      { views: [exact({ A: 1 }, Number.NaN)], assets },
      { code: 'not_finite', field: 'views[0].value' },
    ],
    ['a confidence of 2', { views: [{ assets: { A: 1 }, value: 0, confidence: 2 }], assets }, { field: 'views[0].confidence' }],
    ['a label twice', { views: [], assets: ['A', 'B', 'A'] }, { code: 'duplicate_label', field: 'assets', asset: 'A', index: 2 }],
    ['a τ of 0', { views: [], assets, tau: 0 }, { code: 'out_of_range', field: 'tau' }],
  ]
  for (const [what, options, expected] of refused) {
    test(`${what} is refused`, () => assert.throws(() => blackLitterman(prior, covariance, options), expected))
  }

  test('a prior of another length is refused', () => {
    assert.throws(() => blackLitterman(new Float64Array(2), covariance, { views: [], assets }), { code: 'shape', field: 'prior' })
  })
})
