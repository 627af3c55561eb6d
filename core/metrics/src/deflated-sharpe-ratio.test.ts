import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { deflatedSharpeRatio, expectedBestSharpe } from './deflated-sharpe-ratio.ts'
import { probabilisticSharpeRatio } from './probabilistic-sharpe-ratio.ts'

const returns = Float64Array.of(0.02, -0.01, 0.03, -0.02)

describe('expectedBestSharpe', () => {
  test('matches the value computed with numpy and scipy', () => {
    // K = 4 trials, one of them undefined; sd of the others 0.1.
    assert.equal(expectedBestSharpe([0.1, 0.2, null, 0.3])?.toFixed(10), '0.1052122824')
  })

  test('grows with the number of trials', () => {
    const ten = Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? 0.1 : -0.1))
    assert.ok(expectedBestSharpe([...ten, ...ten, ...ten])! > expectedBestSharpe(ten)!)
  })

  test('is null below two trials or two defined ones', () => {
    assert.equal(expectedBestSharpe([0.1]), null)
    assert.equal(expectedBestSharpe([0.1, null, null]), null)
  })
})

describe('deflatedSharpeRatio', () => {
  test('matches the value computed with numpy and scipy', () => {
    assert.equal(deflatedSharpeRatio(returns, [0.1, 0.2, null, 0.3])?.toFixed(10), '0.5719532084')
  })

  test('is the probabilistic one when all trials are alike', () => {
    assert.equal(deflatedSharpeRatio(returns, [0.5, 0.5, 0.5]), probabilisticSharpeRatio(returns, 0))
  })
})
