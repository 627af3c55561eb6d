import { curvatureSize } from '../engine/clear-noise.ts'
import { coldStart } from '../engine/cold-start.ts'
import type { Attempt } from '../engine/attempts.ts'
import { activeSetOf } from '../engine/exact-point.ts'
import type { ActiveSet } from '../engine/exact-point.ts'
import type { MovingPoint } from '../engine/moving-point.ts'
import { followPath } from '../engine/path.ts'
import type { PathEnd } from '../engine/path.ts'
import { largestOf } from '../engine/vectors.ts'
import { vertexStart } from '../engine/vertex-start.ts'
import type { Program } from '../problem/program.ts'

export interface Walk {
  program: Program
  moving: MovingPoint
  /** Of λ along the walk: down from the end of highest gain where that is found at once, else up from λ = 0. */
  direction: 1 | -1
  steps: number
}

interface FailedStart {
  end: PathEnd
  moving: MovingPoint
  steps: number
}

export function beginWalk(program: Program, { maxSteps, attempt }: { maxSteps: number; attempt: Attempt }): Walk | FailedStart {
  const { quadratic } = program
  const vertex = attempt.isUpward ? null : vertexStart({ ...quadratic, slope: quadratic.slope.map((value) => -value) })
  if (vertex !== null) return { program, moving: vertex, direction: -1, steps: 0 }
  const { end, moving } = coldStart(quadratic, { t: 0, maxSteps, attempt })
  const steps = end.steps ?? 0
  return end.kind === 'arrived' ? { program, moving, direction: 1, steps } : { end, moving, steps }
}

/** Below this λ nothing tells a corner from the rounding of the walk that came down to it. */
function noisyLambda({ program: { quadratic }, moving: { point } }: Walk): number {
  const slope = largestOf(quadratic.slope)
  return slope === 0 ? 0 : (1e-13 * curvatureSize(quadratic, point.x)) / slope
}

/** Walks on until a visitor says true, or to the end of the frontier; the set is that of the last stretch. */
export function walkOn(
  walk: Walk,
  { maxSteps, visit, jumped }: { maxSteps: number; visit: (walk: Walk) => boolean | void; jumped?: (walk: Walk) => void },
): { end: PathEnd; set: ActiveSet } {
  const { moving, direction } = walk
  const { steps, ...end } = followPath(moving, {
    until: direction === 1 ? Infinity : 0,
    limitsMove: false,
    corrects: true,
    maxSteps,
    tolerance: direction === 1 ? 0 : noisyLambda(walk),
    visit: () => visit(walk),
    jumped: () => jumped?.(walk),
  })
  walk.steps += steps
  return { end, set: activeSetOf(moving.point) }
}
