import { frontier, weightsAtLambda } from '@portofino/optimizer'
import type { Frontier } from '@portofino/optimizer'
import type { Bench } from '../bench.ts'
import { frontierMemory } from '../optimizer/memory.ts'
import { allFree, equityLike } from '../optimizer/problems.ts'
import type { Task } from '../optimizer/problems.ts'
import { peerOf, solutionsOf, solvedByPython } from '../optimizer/python-solver.ts'
import { compared, returnOf, varianceOf, worst } from '../optimizer/quality.ts'
import type { Row } from '../table.ts'
import { measured } from '../timing.ts'

const sizes = [20, 100, 500, 1000, 2000]
/** Of the peer, which takes minutes where every asset is free. */
const peerRuns = (n: number): number => (n <= 100 ? 9 : n <= 500 ? 3 : 1)

/** The whole exact frontier, in both shapes. */
export function optimizerFrontier(bench: Bench): Row[] {
  const rows: Row[] = []
  for (const shape of [equityLike, allFree]) {
    for (const n of sizes) {
      const task = shape(n)
      rows.push(frontierRow(bench, task))
      if (n === 2000) rows.push(memoryRow(bench, task))
    }
  }
  return rows
}

function memoryRow(bench: Bench, task: Task): Row {
  return {
    what: `frontier, ${task.shape}, N = ${task.n}, memory with covariance`,
    ours: frontierMemory(bench, task),
    unit: 'bytes',
    target: { kind: 'at most', value: 2 * task.problem.covariance.data.byteLength },
  }
}

function frontierRow(bench: Bench, { shape, n, problem }: Task): Row {
  const { median, least, most } = measured(() => frontier(problem))
  const ours = frontier(problem)
  if (ours.status !== 'optimal') throw new Error(`Cannot benchmark: the frontier must exist, got ${ours.status}`)
  const values = [problem.expectedReturns, problem.covariance.data]
  const solved = solvedByPython(bench, { task: 'frontier', values, n, runs: peerRuns(n) })
  return {
    what: `frontier, ${shape}, N = ${n}, ${ours.corners.length} corners`,
    ours: median,
    range: [least, most],
    peer: peerOf(solved, 'cvxcla'),
    target: { kind: 'times faster', value: 10 },
    quality: qualityOf(problem, ours, solutionsOf(solved)),
  }
}

/** Where the peer has corners, both sides' utilities for the λ there. */
function qualityOf(
  problem: Task['problem'],
  ours: Frontier,
  corners: readonly { lambda?: number; weights: number[] }[],
): NonNullable<Row['quality']> {
  if (corners.length === 0) return worst(ours.corners.map(({ weights }) => compared(() => 0, weights, undefined)))
  return worst(
    corners.map(({ lambda = 0, weights }) =>
      compared((w) => varianceOf(problem, w) / 2 - lambda * returnOf(problem, w), weightsAtLambda(ours.corners, lambda), weights),
    ),
  )
}
