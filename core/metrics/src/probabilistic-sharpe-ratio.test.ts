import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { moments } from './moments.ts'
import { probabilisticSharpeRatio } from './probabilistic-sharpe-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('probabilisticSharpeRatio', () => {
  test('matches the example of the paper', () => {
    // Bailey, López de Prado 2012, section "Numerical example": two years of months with a yearly Sharpe ratio of 1.59,
    // i.e. 0.458 a month, skewness -2.448, kurtosis 10.164: 0.982 for normal returns, 0.913 with their shape.
    const track = { count: 24, mean: 0.458, deviation: 1, largest: 1, skewness: -2.448, excessKurtosis: 7.164 }
    assert.equal(probabilisticSharpeRatio(track, 0)?.toFixed(3), '0.913')
    assert.equal(probabilisticSharpeRatio({ ...track, skewness: 0, excessKurtosis: 0 }, 0)?.toFixed(3), '0.982')
  })

  test('matches the value computed with numpy and scipy', () => {
    assert.equal(probabilisticSharpeRatio(returns, 0)?.toFixed(10), '0.6418319941')
  })

  test('is one half at its own Sharpe ratio', () => {
    const { mean, deviation } = moments(returns)
    assert.equal(probabilisticSharpeRatio(returns, mean / deviation), 0.5)
  })

  test('is null for a single return and for returns that do not vary', () => {
    assert.equal(probabilisticSharpeRatio(Float64Array.of(0.1), 0), null)
    assert.equal(probabilisticSharpeRatio(Float64Array.of(0.1, 0.1), 0), null)
  })
})
