import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sumOfProducts } from '@portofino/numeric'
import { dense } from '../trial/random-covariances.ts'
import { combined, demand, percentError } from '../trial/combined-views.ts'
import type { View } from './view-rows.ts'

describe('blackLitterman, published problems', () => {
  test('He and Litterman 1999: seven countries, Germany against the rest of Europe, Canada against the USA', () => {
    const assets = ['AUS', 'CAN', 'FRA', 'GER', 'JAP', 'UK', 'USA']
    const volatilities = [0.16, 0.203, 0.248, 0.271, 0.21, 0.2, 0.187]
    const correlations = [
      [1],
      [0.488, 1],
      [0.478, 0.664, 1],
      [0.515, 0.655, 0.861, 1],
      [0.439, 0.31, 0.355, 0.354, 1],
      [0.512, 0.608, 0.783, 0.777, 0.405, 1],
      [0.491, 0.779, 0.668, 0.653, 0.306, 0.652, 1],
    ]
    const covariance = dense(
      ...assets.map((_, i) =>
        assets.map((_unused, j) => correlations[Math.max(i, j)]![Math.min(i, j)]! * volatilities[i]! * volatilities[j]!),
      ),
    )
    const market = Float64Array.of(0.016, 0.022, 0.052, 0.055, 0.116, 0.124, 0.615)
    const prior = market.map((_, i) => 2.5 * sumOfProducts(covariance.data.subarray(i * 7, i * 7 + 7), market))
    assert.ok(percentError(prior, [3.9, 6.9, 8.4, 9.0, 4.3, 6.8, 7.6]) <= 0.05)

    const europe: View = { assets: { GER: 1, FRA: -0.295, UK: -0.705 }, value: 0.05 }
    const america: View = { assets: { CAN: 1, USA: -1 }, value: 0.03 }
    const one = combined(prior, covariance, { views: [europe], assets }).posterior
    assert.ok(percentError(one.expectedReturns, [4.3, 7.6, 9.3, 11.0, 4.5, 7.0, 8.1]) <= 0.05)
    // The paper's portfolios are those of the posterior covariance; its inputs are rounded.
    assert.ok(percentError(demand(one.covariance, one.expectedReturns, 2.5), [1.5, 2.1, -4.0, 35.4, 11.0, -9.5, 58.6]) <= 0.1)
    const both = combined(prior, covariance, { views: [europe, america], assets })
    assert.ok(percentError(both.posterior.expectedReturns, [4.4, 8.7, 9.5, 11.2, 4.6, 7.0, 7.5]) <= 0.05)
    const weights = demand(both.posterior.covariance, both.posterior.expectedReturns, 2.5)
    assert.ok(percentError(weights, [1.5, 41.9, -3.4, 33.6, 11.0, -8.2, 18.8]) <= 0.1)
    // With the prior's covariance only what views are about moves.
    assert.ok(both.implied.status === 'optimal')
    const moved = both.implied.weights
    for (const i of [0, 4]) assert.ok(Math.abs(moved[i]! - market[i]!) < 1e-14)
  })

  test('Idzorek 2005: eight asset classes, three views', () => {
    const assets = [
      'US bonds',
      'Bonds',
      'US large growth',
      'US large value',
      'US small growth',
      'US small value',
      'Dev',
      'Emerging',
    ]
    const covariance = dense(
      [0.001005, 0.001328, -0.000579, -0.000675, 0.000121, 0.000128, -0.000445, -0.000437],
      [0.001328, 0.007277, -0.001307, -0.00061, -0.002237, -0.000989, 0.001442, -0.001535],
      [-0.000579, -0.001307, 0.059852, 0.027588, 0.063497, 0.023036, 0.032967, 0.048039],
      [-0.000675, -0.00061, 0.027588, 0.029609, 0.026572, 0.021465, 0.020697, 0.029854],
      [0.000121, -0.002237, 0.063497, 0.026572, 0.102488, 0.042744, 0.039943, 0.065994],
      [0.000128, -0.000989, 0.023036, 0.021465, 0.042744, 0.032056, 0.019881, 0.032235],
      [-0.000445, 0.001442, 0.032967, 0.020697, 0.039943, 0.019881, 0.028355, 0.035064],
      [-0.000437, -0.001535, 0.048039, 0.029854, 0.065994, 0.032235, 0.035064, 0.079958],
    )
    const market = Float64Array.of(0.1934, 0.2613, 0.1209, 0.1209, 0.0134, 0.0134, 0.2418, 0.0349)
    const prior = market.map((_, i) => 3.07 * sumOfProducts(covariance.data.subarray(i * 8, i * 8 + 8), market))
    assert.ok(percentError(prior, [0.08, 0.67, 6.41, 4.08, 7.43, 3.7, 4.8, 6.6]) <= 0.015)
    const views: View[] = [
      { assets: { Dev: 1 }, value: 0.0525 },
      { assets: { Bonds: 1, 'US bonds': -1 }, value: 0.0025 },
      {
        assets: { 'US large growth': 0.9, 'US large value': -0.9, 'US small growth': 0.1, 'US small value': -0.1 },
        value: 0.02,
      },
    ]
    const { posterior } = combined(prior, covariance, { views, assets, tau: 0.025 })
    assert.ok(percentError(posterior.expectedReturns, [0.07, 0.5, 6.5, 4.32, 7.59, 3.94, 4.93, 6.84]) <= 0.015)
    const weights = demand(covariance, posterior.expectedReturns, 3.07)
    assert.ok(percentError(weights, [29.88, 15.59, 9.35, 14.82, 1.04, 1.65, 27.81, 3.49]) <= 0.05)
  })
})
