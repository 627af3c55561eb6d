import { maxSharpe, sampleMoments } from '@portofino/optimizer'
import type { Returns, WarmState } from '@portofino/optimizer'
import type { Bench } from '../bench.ts'
import { dailyReturns } from '../optimizer/problems.ts'
import { peerOf, solutionsOf, solvedByPython } from '../optimizer/python-solver.ts'
import { violation } from '../optimizer/quality.ts'
import type { Row } from '../table.ts'
import { measured } from '../timing.ts'

const [n, window, step] = [20, 252, 21]
const periods = { periodsPerYear: 252 }

/** A walk of monthly rebalances: estimates from the last year, then the highest Sharpe ratio; seconds are those of one rebalance. */
export function optimizerWalk(bench: Bench): Row[] {
  const returns = dailyReturns({ n, t: 252 * 5, seed: 3 })
  const rebalances = walk(returns).length
  const { median, least, most } = measured(() => walk(returns))
  const solved = solvedByPython(bench, { task: 'walk', values: [returns.data], n, runs: 3 })
  const theirs = solutionsOf(solved).map(({ weights }) => violation(weights))
  return [
    {
      what: 'walk-forward, 20 assets, 252 days, per rebalance',
      ours: median / rebalances,
      range: [least / rebalances, most / rebalances],
      peer: peerOf(solved, 'pyportfolioopt', rebalances),
      target: { kind: 'times faster', value: 90 },
      quality: {
        ours: Math.max(...walk(returns).map(violation)),
        peer: theirs.length === 0 ? null : Math.max(...theirs),
        gap: null,
      },
    },
  ]
}

function walk(returns: Returns): Float64Array[] {
  const found: Float64Array[] = []
  let warm: WarmState | undefined
  for (let start = 0; start < returns.t - window; start += step) {
    const rows: Returns = { kind: 'returns', t: window, n, data: returns.data.subarray(start * n, (start + window) * n) }
    const { covariance, expectedReturns } = sampleMoments(rows, periods)
    const outcome = maxSharpe({ covariance, expectedReturns }, { riskFree: 0 }, { warm })
    if (outcome.status !== 'optimal') throw new Error(`Cannot benchmark: an optimum must exist, got ${outcome.status}`)
    warm = outcome.warm
    found.push(outcome.portfolio.weights)
  }
  return found
}
