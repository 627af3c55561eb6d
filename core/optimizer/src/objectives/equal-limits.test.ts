import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dense } from '../trial/random-covariances.ts'
import { efficientRisk } from './efficient-risk.ts'
import { frontier } from './frontier.ts'
import { maxSharpe } from './max-sharpe.ts'

test('where as much may be sold as takes the budget to its least, both limits are one, and no way goes round between them', () => {
  const from = new Float64Array(3).fill(1 / 3)
  const problem = {
    expectedReturns: Float64Array.of(0.050500350727234036, 0.05053031720616855, 0.05048366567399353),
    covariance: dense(
      [0.022471281713154854, -0.0021659755625340377, 0.004820014004200434],
      [-0.0021659755625340377, 0.037567594013020525, 0.008878177401295801],
      [0.004820014004200434, 0.008878177401295801, 0.026302128325784553],
    ),
    budget: { min: 0.5, max: 1 },
    turnover: { from, max: 0.5 },
    costs: { from, rate: 0.01 },
  }
  const best = maxSharpe(problem, { riskFree: 0.02 })
  assert.ok(best.status === 'optimal')
  // Any change costs more than it brings; so it is with a turnover that is no such tie.
  assert.deepEqual(best.portfolio.weights, from)
  assert.equal(efficientRisk(problem, { targetVolatility: 0.1 }).status, 'optimal')
  assert.equal(frontier(problem).status, 'optimal')
})
