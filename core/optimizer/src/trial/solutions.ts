import { blackLitterman } from '../black-litterman/black-litterman.ts'
import { compoundExpectedReturns } from '../estimators/compound-expected-returns.ts'
import { ewmaCovariance } from '../estimators/ewma-covariance.ts'
import { jamesSteinExpectedReturns } from '../estimators/james-stein-expected-returns.ts'
import { ledoitWolfCovariance } from '../estimators/ledoit-wolf-covariance.ts'
import { logarithmicExpectedReturns } from '../estimators/logarithmic-expected-returns.ts'
import { repairedCovariance } from '../covariance/repaired-covariance.ts'
import type { Returns } from '../estimators/returns.ts'
import { hierarchicalRiskParity } from '../hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { efficientReturn } from '../objectives/efficient-return.ts'
import { efficientRisk } from '../objectives/efficient-risk.ts'
import { frontier } from '../objectives/frontier.ts'
import { maxSharpe } from '../objectives/max-sharpe.ts'
import { maxUtility } from '../objectives/max-utility.ts'
import { minTrackingError } from '../objectives/min-tracking-error.ts'
import { minVolatility } from '../objectives/min-volatility.ts'
import { targetSharpe } from '../objectives/target-sharpe.ts'
import type { Problem } from '../problem/problem.ts'
import { riskBudgeting } from '../risk-budgeting/risk-budgeting.ts'
import { problemFrom, randomFrom } from './drawn-problem.ts'

const labels = (n: number): string[] => Array.from({ length: n }, (_, i) => `A${i}`)

const annual = { periodsPerYear: 252 }

/** What is solved, in turn. */
const questions: readonly ((problem: Problem, returns: Returns) => unknown)[] = [
  (problem) => minVolatility(problem),
  (problem) => maxSharpe(problem, { riskFree: 0.01 }),
  (problem) => frontier(problem),
  (problem) => maxUtility(problem, { riskAversion: 3 }),
  (problem) => efficientReturn(problem, { targetReturn: 0.05 }),
  (problem) => efficientRisk(problem, { targetVolatility: 0.15 }),
  (problem) => targetSharpe(problem, { riskFree: 0.01, target: 0.4, root: 'both' }),
  (problem) => minTrackingError(problem, { benchmark: new Float64Array(problem.covariance.n).fill(1 / problem.covariance.n) }),
  ({ covariance }) => riskBudgeting(repairedCovariance(covariance, 'shift').covariance),
  ({ covariance }) => hierarchicalRiskParity(covariance),
  ({ covariance, expectedReturns }) =>
    blackLitterman(expectedReturns!, covariance, {
      assets: labels(covariance.n),
      views: [{ assets: { A0: 1 }, value: 0.1, confidence: 0.4 }],
    }),
  (_, returns) => maxSharpe(estimated(returns), { riskFree: 0.01 }),
]

function estimated(returns: Returns): Problem {
  const [compound, logarithmic] = [compoundExpectedReturns(returns, annual), logarithmicExpectedReturns(returns, annual)]
  const stein = jamesSteinExpectedReturns(returns, annual)
  const [smooth, shrunk] = [
    ewmaCovariance(returns, { ...annual, span: 20 }),
    ledoitWolfCovariance(returns, { ...annual, target: 'single_factor' }),
  ]
  return {
    expectedReturns: compound.expectedReturns.map(
      (value, i) => value + logarithmic.expectedReturns[i]! + stein.expectedReturns[i]!,
    ),
    covariance: { ...shrunk.covariance, data: shrunk.covariance.data.map((value, k) => value + smooth.covariance.data[k]!) },
  }
}

/** Of the two hundred problems that the same bits are expected of, one answer. For tests. */
export function solution(index: number): unknown {
  const random = randomFrom(1 + 2 * index)
  const n = 1 + (index % 12)
  const problem = problemFrom({ n, periods: 2 + (index % 23), random, has: (bit) => ((index * 37) & (1 << bit)) !== 0 })
  const data = Float64Array.from({ length: 60 * n }, () => 0.04 * (random() + random() - 1) + 0.001)
  return questions[index % questions.length]!(problem, { kind: 'returns', t: 60, n, data })
}
