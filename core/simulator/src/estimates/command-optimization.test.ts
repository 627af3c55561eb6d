import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { documentOutcome } from '@portofino/optimizer'
import { inventedRequest } from '../invented-request.ts'
import type { InventedPrices } from '../invented-request.ts'
import { commandOptimization } from './command-optimization.ts'
import type { OptimizationOrder } from './command-optimization.ts'
import { returnModels, riskModels } from './estimates.ts'
import type { RiskModel } from './estimates.ts'

const up: InventedPrices = { from: '2020-01-01', daily: [100, 110, 99, 108.9, 119.79] }
const down: InventedPrices = { from: '2020-01-01', daily: [50, 49, 50.96, 48.412, 49.38024] }
const command = 'UP-L-60% DOWN-S-40% 2020-01-01 2020-01-05'

function asked(order: OptimizationOrder, text = command, prices: Record<string, InventedPrices> = { UP: up, DOWN: down }) {
  const answer = commandOptimization(inventedRequest(text, prices), order)
  assert.ok(answer.kind === 'question')
  return answer
}

const rate = (order: OptimizationOrder, options = ' rf=3%'): unknown => {
  const { document } = asked(order, command + options)
  const params = document['params']
  assert.ok(typeof params === 'object' && params !== null)
  return 'risk_free' in params ? params.risk_free : document['ratio_risk_free']
}

const many = (seed: number): InventedPrices => {
  const daily = [100]
  for (let day = 0; day < 60; day++) daily.push(daily.at(-1)! * (1 + 0.02 * Math.sin(seed * (day + 1) ** 2) + 0.001))
  return { from: '2020-01-01', daily }
}

describe('commandOptimization', () => {
  test('estimates arithmetic means and the sample covariance of the sessions', () => {
    const { estimates, document } = asked({ objective: 'min_volatility' })
    const returns = [0.1, -0.1, 0.1, 0.1]
    const mean = returns.reduce((total, each) => total + each, 0) / 4
    const variance = returns.reduce((total, each) => total + (each - mean) ** 2, 0) / 3
    close(estimates.expected_returns[0], mean * 365)
    close(estimates.volatilities[0], Math.sqrt(variance * 365))
    assert.deepEqual([estimates.sessions, estimates.rows, estimates.periods_per_year], [5, 4, 365])
    assert.deepEqual([estimates.from, estimates.to, estimates.written], ['2020-01-01', '2020-01-05', [0.6, -0.4]])
    assert.deepEqual(document['assets'], ['UP', 'DOWN'])
  })

  test('holds each leg on its side, unless told otherwise', () => {
    assert.deepEqual(asked({ objective: 'max_sharpe' }).document['bounds'], { lower: [0, -1], upper: [1, 0] })
    assert.deepEqual(asked({ objective: 'max_sharpe', bounds: null }).document['bounds'], null)
    const bought = asked({ objective: 'hrp' }, 'UP-L-60% DOWN-L-40% 2020-01-01 2020-01-05')
    assert.equal('bounds' in bought.document, false)
  })

  test('keeps each leg on its side at the end that bounds leave out', () => {
    const bounds = (given: unknown): unknown => asked({ objective: 'max_sharpe', bounds: given }).document['bounds']
    assert.deepEqual(bounds({ upper: 1 }), { lower: [0, -1], upper: 1 })
    assert.deepEqual(bounds({ lower: [0.1, null] }), { lower: [0.1, null], upper: [1, 0] })
    assert.deepEqual(bounds({}), { lower: [0, -1], upper: [1, 0] })
    assert.deepEqual(bounds([0, 1]), [0, 1])
    const least = documentOutcome(asked({ objective: 'min_volatility', bounds: { upper: 0.9 }, budget: null }).document)
    assert.ok('portfolio' in least && least.portfolio !== null)
    assert.ok(least.portfolio.weights[1]! <= 0)
  })

  test('takes the rate of the command, and the one of the order before it', () => {
    assert.deepEqual([rate({ objective: 'max_sharpe' }), rate({ objective: 'min_volatility' })], [0.03, 0.03])
    assert.equal(rate({ objective: 'max_sharpe', risk_free: 0.01 }), 0.01)
    assert.equal(rate({ objective: 'min_volatility' }, ''), undefined)
    assert.throws(() => documentOutcome(asked({ objective: 'max_sharpe' }).document), { field: 'params.risk_free' })
  })

  test('counts trades from the weights as written, and tracks them', () => {
    const { document } = asked({ objective: 'min_tracking_error', turnover: { max: 0.2 }, costs: { from: [0, 0], rate: 0.01 } })
    assert.deepEqual(document['turnover'], { from: [0.6, -0.4], max: 0.2 })
    assert.deepEqual(document['costs'], { from: [0, 0], rate: 0.01 })
    assert.deepEqual(document['params'], { benchmark: [0.6, -0.4] })
  })

  test('leaves out returns across a missing price, and never takes them for zero', () => {
    const gap: InventedPrices = { closes: { '2020-01-01': 100, '2020-01-02': 110, '2020-01-04': 121, '2020-01-05': 133.1 } }
    const { estimates } = asked({ objective: 'min_volatility' }, 'UP-L-60% GAP-L-40% 2020-01-01 2020-01-05', { UP: up, GAP: gap })
    assert.deepEqual([estimates.sessions, estimates.rows], [5, 2])
    close(estimates.expected_returns[1], 0.1 * 365)
  })

  test('counts what a delisting paid as the last return, even nothing', () => {
    const gone: InventedPrices = { from: '2020-01-01', daily: [100, 110, 121], delisting: { on: '2020-01-03', return: -1 } }
    const { estimates } = asked({ objective: 'hrp' }, 'UP-L-60% GONE-L-40% 2020-01-01 2020-01-05', { UP: up, GONE: gone })
    assert.deepEqual([estimates.sessions, estimates.rows], [5, 3])
    close(estimates.expected_returns[1], ((0.1 + 0.1 - 1) / 3) * 365)
  })

  test('every model gives an answer, those that need more ask for it by name', () => {
    const prices = { A: many(1), B: many(2), C: many(3), M: many(4) }
    const text = 'A-L-* B-L-* C-L-* 2020-01-01 2020-02-28 bench=M'
    for (const returns of returnModels) {
      const { estimates } = asked(
        { objective: 'min_volatility', risk_free: 0.01, estimates: { returns, span: 20 } },
        text,
        prices,
      )
      assert.ok(estimates.expected_returns.every(Number.isFinite), returns)
    }
    for (const risk of riskModels) {
      const { document } = asked({ objective: 'min_volatility', estimates: { risk, span: 20 } }, text, prices)
      assert.equal(documentOutcome(document).status, 'optimal', risk)
    }
    const lacks = (order: OptimizationOrder, field: string) => assert.throws(() => asked(order, text, prices), { field })
    lacks({ objective: 'hrp', estimates: { risk: 'ewma' } }, 'estimates.span')
    lacks({ objective: 'hrp', estimates: { returns: 'capm' } }, 'risk_free')
  })

  test('warns of a covariance that more instruments than returns make singular, unless its model mixes something in', () => {
    const few = 'A-L-* B-L-* C-L-* 2020-01-01 2020-01-04'
    const prices = { A: many(1), B: many(2), C: many(3) }
    const codes = (risk: RiskModel, text = few): string[] =>
      asked({ objective: 'hrp', estimates: { risk, span: 20 } }, text, prices).estimates.warnings.map(({ code }) => code)
    assert.deepEqual([codes('sample'), codes('ewma'), codes('oas')], [['few_returns'], ['few_returns'], []])
    assert.deepEqual(codes('sample', 'A-L-* B-L-* C-L-* 2020-01-01 2020-01-05'), [])
    const [warning] = asked({ objective: 'hrp' }, few, prices).estimates.warnings
    assert.match(warning!.message, /^Only 3 returns for 3 instruments: a sample covariance of so few shows no risk/)
  })

  test('refuses cash, which has no risk', () => {
    assert.throws(() => asked({ objective: 'hrp' }, 'UP-L-60% $CASH-L-40% 2020-01-01 2020-01-05'), { field: 'command' })
    for (const objective of ['equal_weight', 'inverse_volatility', 'inverse_variance', 'risk_budgeting', 'hrp']) {
      const short = () => asked({ objective }, 'UP-L-60% DOWN-S-40% 2020-01-01 2020-01-05')
      assert.throws(short, { field: 'command', asset: 'DOWN', message: /without short legs for .*, got DOWN on side S/ })
    }
  })

  test('tells faults between command and prices as diagnostics', () => {
    const request = inventedRequest('UP-L-100% 2021-01-01 2021-02-01', { UP: up })
    const answer = commandOptimization(request, { objective: 'hrp' })
    assert.ok(answer.kind === 'faulty')
    assert.deepEqual(
      answer.diagnostics.map(({ code }) => code),
      ['E303'],
    )
  })
})

function close(actual: number | undefined, expected: number): void {
  assert.ok(Math.abs(actual! - expected) <= 1e-12 * Math.max(1, Math.abs(expected)), `${actual} is not ${expected}`)
}
