import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { example, portofinoProcess } from './spawned-portofino.ts'

/**
 * The project's golden values: sample prices, 754 sessions 2020-01-02..2022-12-28, risk-free rate 0. They were computed once
 * outside this code, with pandas, and are agreed to 1e-8·max(1, |x|).
 */
const golden = [
  {
    command: example,
    values: {
      total: 1.607665174,
      cagr: 0.17227935,
      volatility: 0.34228259,
      sharpe: 0.63555856,
      sortino: 0.91660775,
      lowest: -0.30252672,
    },
  },
  {
    command: `${example} rebalance=monthly`,
    values: {
      total: 1.632267899,
      cagr: 0.17825502,
      volatility: 0.34117524,
      sharpe: 0.65142091,
      sortino: 0.9397147,
      lowest: -0.29973113,
    },
  },
  {
    command: 'AAPL-L-50% MSFT-S-50% 2020-01-01 2023-01-01',
    values: {
      total: 1.105728511,
      cagr: 0.0342198,
      volatility: 0.17015003,
      sharpe: 0.28238566,
      sortino: 0.42076597,
      lowest: -0.2362645,
    },
  },
]

describe('golden values through the command line', () => {
  for (const { command, values } of golden) {
    test(command, async () => {
      const { code, stdout, stderr } = await portofinoProcess(['simulate', command, '--json'])
      assert.deepEqual([code, stderr], [0, ''])
      const { metrics, period, status } = JSON.parse(stdout)
      assert.equal(status, 'ok')
      assert.deepEqual([period.from, period.to, period.sessions], ['2020-01-02', '2022-12-28', 754])
      close(1 + metrics.total_return, values.total)
      close(metrics.cagr, values.cagr)
      close(metrics.volatility, values.volatility)
      close(metrics.sharpe, values.sharpe)
      close(metrics.sortino, values.sortino)
      close(-metrics.max_drawdown, values.lowest)
    })
  }
})

function close(actual: number, expected: number): void {
  const tolerance = 1e-8 * Math.max(1, Math.abs(expected))
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} within ${tolerance}`)
}
