import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cornishFisherValueAtRisk } from './cornish-fisher-value-at-risk.ts'
import { moments } from './moments.ts'
import { normalValueAtRisk } from './normal-value-at-risk.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('cornishFisherValueAtRisk', () => {
  test('matches the value computed with numpy and scipy', () => {
    // z = norm.ppf(0.05), S = skew(r) = 0, E = kurtosis(r) = -1.77854671…
    assert.equal(cornishFisherValueAtRisk(returns, 0.95)?.toFixed(10), '0.0350097582')
  })

  test('is the normal one for the shape of a normal distribution', () => {
    const normal = { ...moments(returns), skewness: 0, excessKurtosis: 0 }
    assert.equal(cornishFisherValueAtRisk(normal, 0.99), normalValueAtRisk(normal, 0.99))
  })

  test('is larger for a longer lower tail', () => {
    const symmetric = { ...moments(returns), skewness: 0, excessKurtosis: 1 }
    assert.ok(cornishFisherValueAtRisk({ ...symmetric, skewness: -0.5 }, 0.95)! > cornishFisherValueAtRisk(symmetric, 0.95)!)
  })

  test('is null for returns that do not vary', () => {
    assert.equal(cornishFisherValueAtRisk(Float64Array.of(0.1, 0.1), 0.95), null)
  })
})
