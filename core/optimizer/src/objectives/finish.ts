import { certificateOf, passes, warmStateOf } from '../certificate.ts'
import type { CertifiedPoint } from '../certificate.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import type { Outcome, Warning } from '../outcome.ts'
import { weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { portfolioOf } from './figures.ts'
import { settledPoint } from './settled.ts'

/** Where on a stretch of one active set the answer lies. */
export type TimeOn = (solved: SolvedSet) => number

export interface Finish {
  set: ActiveSet
  /** The set solved afresh; null where it does not determine a solution. */
  solved: SolvedSet | null
  t: number
  /** Default: at t. */
  timeOn?: TimeOn
  steps: number
  riskFree?: number | undefined
}

interface Solution {
  solved: SolvedSet
  point: CertifiedPoint
}

const poorCondition = 1e-12

/** The outcome at one t of an active set. */
export function finishAt(program: Program, { solved, t, ...rest }: Finish): Outcome {
  if (solved === null) return { status: 'illConditioned', reciprocalCondition: 0, minEigenvalue: 0 }
  return finish(program, { ...rest, solved, point: { ...solved.at(t), t } })
}

/** The outcome of a point: certified, and `optimal` only where the certificate passes. */
export function finish(
  program: Program,
  { set, solved, point: first, steps, riskFree, timeOn = () => first.t }: Omit<Finish, 'solved' | 't'> & Solution,
): Outcome {
  const settled = settledPoint(program.quadratic, { set, solved, point: first }, timeOn)
  const proof = settled === null ? null : certificateOf(program, { set, solved, point: settled, steps })
  const isSettled = proof !== null && passes(proof)
  const point = isSettled ? settled! : first
  const certificate = isSettled ? proof : certificateOf(program, { set, solved, point, steps })
  const portfolio = portfolioOf(program.problem, weightsAt(program, point.x), riskFree)
  const { reciprocalCondition } = certificate
  if (!passes(certificate)) {
    return { status: 'illConditioned', reciprocalCondition, minEigenvalue: 0, candidate: portfolio, certificate }
  }
  return { status: 'optimal', portfolio, certificate, warm: warmStateOf(set), warnings: warningsOf(reciprocalCondition) }
}

function warningsOf(reciprocalCondition: number): Warning[] {
  if (reciprocalCondition >= poorCondition) return []
  const message = `The free assets are nearly dependent (reciprocal condition ${reciprocalCondition.toExponential(1)}); the certificate passes.`
  return [{ code: 'ill_conditioned', message }]
}
