import { certificateOf } from '../certificate/certificate.ts'
import { pullsAt } from '../certificate/pulls.ts'
import type { CertifiedPoint } from '../certificate/pulls.ts'
import { primalViolation, residualsOf } from '../certificate/residuals.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import type { Failure } from '../outcome.ts'
import { weightsAt } from '../problem/program.ts'
import { portfolioOf } from './figures.ts'
import { illConditioned, undetermined } from './finish.ts'
import type { Walk } from './frontier-walk.ts'
import { stationOf } from './station.ts'

/** Corners are walked to, not solved afresh: they may miss the conditions of an optimum by ten times what single answers may. */
const tolerance = 1e-11
/** Limits are looked at in every corner; all conditions, which takes as long as the way there, in one of so many, and in both ends. */
const interval = 16

/** Whether a walk stands at a corner of the frontier, or rounding has led it astray. */
export function isProven(walk: Walk, corner: number): boolean {
  const { program, moving } = walk
  const at = pointOf(walk)
  if (primalViolation(program, at.x) > tolerance) return false
  // Without risk there is nothing that residuals could be measured against.
  if (corner % interval !== 0 || stationOf(walk).variance === 0) return true
  const { stationarity, dualSign, complementarity } = residualsOf(program, activeSetOf(moving.point), {
    at,
    ...pullsAt(program.quadratic, at),
  })
  return Math.max(stationarity, dualSign, complementarity) <= tolerance
}

/** The outcome where it has, with the corner as the candidate. */
export function astray(walk: Walk): Failure {
  const { program, moving, steps } = walk
  const set = activeSetOf(moving.point)
  const solved = solvedSet(program.quadratic, set)
  if (solved === null) return undetermined(program)
  const point = pointOf(walk)
  const candidate = portfolioOf(program.problem, weightsAt(program, point.x))
  return illConditioned(program, candidate, certificateOf(program, { set, solved, point, steps }))
}

/** As a point of the program: a walk down has one of its own, with λ below zero. */
function pointOf({ moving: { point } }: Walk): CertifiedPoint {
  return { x: point.x, multipliers: point.multipliers, t: Math.abs(point.t) }
}
