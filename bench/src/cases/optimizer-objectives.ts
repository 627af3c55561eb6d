import { maxSharpe, minVolatility } from '@portofino/optimizer'
import type { Outcome } from '@portofino/optimizer'
import type { Bench } from '../bench.ts'
import { equityLike } from '../optimizer/problems.ts'
import type { Task } from '../optimizer/problems.ts'
import { secondsOfPackage } from '../optimizer/npm-peer.ts'
import { peerOf, solutionsOf, solvedByPython } from '../optimizer/python-solver.ts'
import { compared, returnOf, varianceOf } from '../optimizer/quality.ts'
import type { Row } from '../table.ts'
import { measured } from '../timing.ts'

const riskFree = 0.02

interface Objective {
  name: string
  task: string
  solve: (problem: Task['problem']) => Outcome
  /** Smaller is better. */
  value: (problem: Task['problem'], weights: ArrayLike<number>) => number
}

const objectives: readonly Objective[] = [
  {
    name: 'max Sharpe',
    task: 'max_sharpe',
    solve: (problem) => maxSharpe(problem, { riskFree }),
    value: (problem, weights) => (riskFree - returnOf(problem, weights)) / Math.sqrt(varianceOf(problem, weights)),
  },
  {
    name: 'min volatility',
    task: 'min_volatility',
    solve: (problem) => minVolatility(problem),
    value: (problem, weights) => Math.sqrt(varianceOf(problem, weights)),
  },
]

/** One objective from nothing, against convex solvers and against an exact one in JavaScript. */
export function optimizerObjectives(bench: Bench): Row[] {
  const rows: Row[] = []
  for (const n of [20, 100, 500, 1000]) {
    const task = equityLike(n)
    for (const objective of objectives) rows.push(...objectiveRows(bench, task, objective))
    if (n === 500) rows.push(packageRow(bench, task, objectives[0]!))
  }
  return rows
}

interface Compared {
  values: readonly Float64Array[]
  target?: Row['target']
}

function objectiveRows(bench: Bench, { n, problem, returns }: Task, { name, task, solve, value }: Objective): Row[] {
  const { median, least, most } = measured(() => solve(problem))
  const { weights } = optimal(solve(problem)).portfolio
  const runs = n <= 100 ? 9 : 3
  const rowOf = (peerName: string, peerTask: string, { values, target }: Compared): Row => {
    const solved = solvedByPython(bench, { task: peerTask, values, n, runs })
    return {
      what: `${name}, N = ${n}`,
      ours: median,
      range: [least, most],
      peer: peerOf(solved, peerName),
      target,
      quality: compared((w) => value(problem, w), weights, solutionsOf(solved)[0]?.weights),
    }
  }
  return [
    rowOf('pyportfolioopt', task, {
      values: [problem.expectedReturns, problem.covariance.data],
      target: { kind: 'times faster', value: 50 },
    }),
    // It estimates in the same call, so that it does a little more.
    ...(n <= 500 ? [rowOf('skfolio', `skfolio_${task}`, { values: [returns!.data] })] : []),
  ]
}

function packageRow(bench: Bench, { n, problem }: Task, { name, solve, value }: Objective): Row {
  const { median, least, most } = measured(() => solve(problem))
  const { weights } = optimal(solve(problem)).portfolio
  const found = secondsOfPackage(bench, problem, riskFree)
  return {
    what: `${name}, N = ${n}`,
    ours: median,
    range: [least, most],
    peer: { name: found.name, seconds: found.seconds },
    target: { kind: 'times faster', value: 1000 },
    quality: compared((w) => value(problem, w), weights, found.weights),
  }
}

function optimal(outcome: Outcome): Extract<Outcome, { status: 'optimal' }> {
  if (outcome.status === 'optimal') return outcome
  throw new Error(`Cannot benchmark: an optimum must exist, got ${outcome.status}`)
}
