import { symmetricEigenvalues } from '@portofino/numeric'
import { certificateOf } from '../certificate/certificate.ts'
import type { ActiveSet, SolvedSet } from '../engine/exact-point.ts'
import type { Certificate, Failure, Outcome, Portfolio, Warning } from '../outcome.ts'
import { weightsAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { portfolioOf } from './figures.ts'
import { settledPoint } from './settled.ts'
import { passes } from '../certificate/residuals.ts'
import { warmStateOf } from '../certificate/warm-state.ts'
import type { CertifiedPoint, Pulls } from '../certificate/pulls.ts'

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
  /** Whether what is asked for is the same all along the stretch of a set. */
  isTied?: ((solved: SolvedSet) => boolean) | undefined
}

interface Solution {
  solved: SolvedSet
  point: CertifiedPoint
  /** At the point, where they are known already. */
  pulls?: Pulls
}

const poorCondition = 1e-12

/** The outcome at one t of an active set. */
export function finishAt(program: Program, { solved, t, ...rest }: Finish): Outcome {
  if (solved === null) return undetermined(program)
  return finish(program, { ...rest, solved, point: { ...solved.at(t), t } })
}

/** The outcome of a point: certified, and `optimal` only where the certificate passes. */
export function finish(
  program: Program,
  { set, solved, point: first, pulls, steps, riskFree, isTied, timeOn = () => first.t }: Omit<Finish, 'solved' | 't'> & Solution,
): Outcome {
  const settled = settledPoint(program.quadratic, { set, solved, point: first }, timeOn)
  const proof = settled === null ? null : certificateOf(program, { set, solved, point: settled, steps, isTied })
  const isSettled = proof !== null && passes(proof)
  const point = isSettled ? settled! : first
  const certificate = isSettled ? proof : certificateOf(program, { set, solved, point, steps, pulls, isTied })
  const portfolio = portfolioOf(program.problem, weightsAt(program, point.x), riskFree)
  if (!passes(certificate)) return illConditioned(program, portfolio, certificate)
  return { status: 'optimal', portfolio, certificate, warm: warmStateOf(set), warnings: warningsOf(program, certificate) }
}

/** The outcome where an active set does not determine a solution. */
export function undetermined(program: Program): Failure {
  return { status: 'illConditioned', reciprocalCondition: 0, minEigenvalue: smallestEigenvalue(program) }
}

/** The outcome where a certificate does not prove what was asked for. */
export function illConditioned(program: Program, candidate: Portfolio, certificate: Certificate): Failure {
  const { reciprocalCondition } = certificate
  return { status: 'illConditioned', reciprocalCondition, minEigenvalue: smallestEigenvalue(program), candidate, certificate }
}

function smallestEigenvalue({ problem: { covariance, n } }: Program): number {
  return symmetricEigenvalues(covariance, n)[0]!
}

function warningsOf({ problem: { repaired } }: Program, { reciprocalCondition }: Certificate): Warning[] {
  const warnings: Warning[] = []
  if (repaired !== null) {
    const message = `The covariance had a negative eigenvalue, ${repaired.before}, and was repaired; all figures are of the repaired one.`
    warnings.push({ code: 'repaired_covariance', message })
  }
  if (reciprocalCondition >= poorCondition) return warnings
  const message = `The free assets are nearly dependent (reciprocal condition ${reciprocalCondition.toExponential(1)}); the certificate passes.`
  return [...warnings, { code: 'ill_conditioned', message }]
}
