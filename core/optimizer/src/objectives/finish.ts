import { certificateOf, passes, warmStateOf } from '../certificate.ts'
import type { CertifiedPoint } from '../certificate.ts'
import { solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import type { Outcome, Warning } from '../outcome.ts'
import { weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { portfolioOf } from './figures.ts'

/** Where on a stretch of one active set the answer lies. */
export type TimeOn = (solved: SolvedSet) => number

export interface Finish {
  set: ActiveSet
  timeOn: TimeOn
  steps: number
  riskFree?: number | undefined
  warnings?: Warning[]
}

const poorCondition = 1e-12

/** The outcome that an active set leads to: solved afresh, certified, and `optimal` only where the certificate passes. */
export function finish(program: Program, { set, timeOn, steps, riskFree, warnings = [] }: Finish): Outcome {
  const solved = solvedSet(program.quadratic, set)
  if (solved === null) return { status: 'illConditioned', reciprocalCondition: 0, minEigenvalue: 0 }
  const t = timeOn(solved)
  const point: CertifiedPoint = { ...solved.at(t), t }
  const portfolio = portfolioOf(program.problem, weightsAt(program, point.x), riskFree)
  const certificate = certificateOf(program, { set, solved, point, steps })
  if (!passes(certificate)) {
    const { reciprocalCondition } = certificate
    return { status: 'illConditioned', reciprocalCondition, minEigenvalue: 0, candidate: portfolio, certificate }
  }
  if (certificate.reciprocalCondition < poorCondition) {
    const message = `The free assets are nearly dependent (reciprocal condition ${certificate.reciprocalCondition.toExponential(1)}); the certificate passes.`
    warnings.push({ code: 'ill_conditioned', message })
  }
  return { status: 'optimal', portfolio, certificate, warm: warmStateOf(set), warnings }
}
