import type { Program } from '../problem/program.ts'
import { isRiskless } from './significant-variance.ts'

interface Place {
  lambdaFrom: number
  lambdaTo: number
  weights: Float64Array
  volatility: number
}

/**
 * Corners in the order of λ, from where the frontier begins: of portfolios at λ = 0, and of those without risk, with the one that earns most.
 *
 * @param corners in the order of λ, those before the beginning included
 */
export function risingCorners<Corner extends Place>(program: Program, corners: readonly Corner[]): Corner[] {
  const isEarlier = (_: Corner, k: number): boolean => k + 1 < corners.length && mayBegin(program, corners[k + 1]!)
  const first = corners.findIndex((corner, k) => !isEarlier(corner, k))
  return corners.slice(first).map((corner, k) => (k === 0 ? { ...corner, lambdaFrom: 0 } : corner))
}

function mayBegin(program: Program, { lambdaFrom, weights, volatility }: Place): boolean {
  if (lambdaFrom === 0) return true
  return program.problem.l2 === null && isRiskless(program, weights, volatility * volatility)
}
