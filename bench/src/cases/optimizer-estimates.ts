import { hierarchicalRiskParity, sampleCovariance } from '@portofino/optimizer'
import type { Bench } from '../bench.ts'
import { dailyReturns } from '../optimizer/problems.ts'
import { peerOf, solutionsOf, solvedByPython } from '../optimizer/python-solver.ts'
import { violation } from '../optimizer/quality.ts'
import type { Row } from '../table.ts'
import { measured } from '../timing.ts'

/** The covariance of 500 assets, and hierarchical risk parity from long histories. */
export function optimizerEstimates(bench: Bench): Row[] {
  return [covarianceRow(bench), clusteredRow(bench)]
}

function covarianceRow(bench: Bench): Row {
  const returns = dailyReturns({ n: 500, t: 1260, seed: 1 })
  const estimate = (): Float64Array => sampleCovariance(returns, { periodsPerYear: 252 }).covariance.data
  const { median, least, most } = measured(estimate)
  const solved = solvedByPython(bench, { task: 'covariance', values: [returns.data], n: 500, runs: 15 })
  const [theirs] = solutionsOf(solved)
  if (theirs !== undefined) agree(estimate().subarray(0, 500), theirs.weights)
  return {
    what: 'covariance of 1260 x 500',
    ours: median,
    range: [least, most],
    peer: peerOf(solved, 'numpy'),
    target: { kind: 'times faster', value: 0.1 },
  }
}

function clusteredRow(bench: Bench): Row {
  const returns = dailyReturns({ n: 20, t: 7000, seed: 2 })
  const allocate = (): Float64Array => {
    const outcome = hierarchicalRiskParity(returns)
    if (outcome.status !== 'optimal') throw new Error(`Cannot benchmark: weights must exist, got ${outcome.status}`)
    return outcome.weights
  }
  const { median, least, most } = measured(allocate)
  const solved = solvedByPython(bench, { task: 'hrp', values: [returns.data], n: 20, runs: 15 })
  const [theirs] = solutionsOf(solved)
  return {
    what: 'hierarchical risk parity, 20 x 7000',
    ours: median,
    range: [least, most],
    peer: peerOf(solved, 'pyportfolioopt'),
    target: { kind: 'times faster', value: 15 },
    quality: { ours: violation(allocate()), peer: theirs === undefined ? null : violation(theirs.weights), gap: null },
  }
}

function agree(ours: Float64Array, theirs: readonly number[]): void {
  const apart = ours.reduce((most, value, k) => Math.max(most, Math.abs(value - theirs[k]!)), 0)
  if (apart > 1e-13) throw new Error(`Cannot compare: covariances must be the same, got some that are ${apart} apart`)
}
