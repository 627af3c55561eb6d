import { certificateOf, passes, warmStateOf } from '../certificate.ts'
import type { CertifiedPoint } from '../certificate.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import type { Outcome, Warning } from '../outcome.ts'
import { weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { portfolioOf } from './figures.ts'

/** Where on a stretch of one active set the answer lies. */
export type TimeOn = (solved: SolvedSet) => number

export interface Finish {
  set: ActiveSet
  /** The set solved afresh; null where it does not determine a solution. */
  solved: SolvedSet | null
  t: number
  steps: number
  riskFree?: number | undefined
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
  { set, solved, point, steps, riskFree }: Omit<Finish, 'solved' | 't'> & { solved: SolvedSet; point: CertifiedPoint },
): Outcome {
  const portfolio = portfolioOf(program.problem, weightsAt(program, point.x), riskFree)
  const certificate = certificateOf(program, { set, solved, point, steps })
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
