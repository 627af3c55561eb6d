import { certifiedPoint, pullsAt } from '../certificate/pulls.ts'
import { primalViolation, residualsOf } from '../certificate/residuals.ts'
import { activeSetOf } from '../engine/exact-point.ts'
import type { Walk } from './frontier-walk.ts'
import { stationOf } from './station.ts'

/** Corners are walked to, not solved afresh: they may miss the conditions of an optimum by ten times what single answers may. */
const tolerance = 1e-11
/** Limits are looked at in every corner; all conditions, which takes as long as the way there, in one of so many, and in both ends. */
const interval = 16

/** Whether a walk stands at a corner of the frontier, or rounding has led it astray. */
export function isProven(walk: Walk, corner: number): boolean {
  const { program, moving } = walk
  const at = certifiedPoint(moving)
  if (primalViolation(program, at.x) > tolerance) return false
  // Without risk there is nothing that residuals could be measured against.
  if (corner % interval !== 0 || stationOf(walk).variance === 0) return true
  const { stationarity, dualSign, complementarity } = residualsOf(program, activeSetOf(moving.point), {
    at,
    ...pullsAt(program.quadratic, at),
  })
  return Math.max(stationarity, dualSign, complementarity) <= tolerance
}
