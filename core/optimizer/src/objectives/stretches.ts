import type { Attempt } from '../engine/attempts.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import type { ActiveSet } from '../engine/exact-point.ts'
import { isDeadEnd } from '../engine/path.ts'
import type { Failure, Outcome } from '../outcome.ts'
import { affineAt } from '../problem/program.ts'
import type { Program } from '../problem/program.ts'
import { failed } from './failed.ts'
import { finishAt } from './finish.ts'
import { beginWalk, walkOn } from './frontier-walk.ts'
import { stretchOf, varianceAt } from './stretch.ts'
import type { Stretch } from './stretch.ts'
import { stationOf } from './station.ts'

/** One stretch of the frontier between two λ, the last one to Infinity where the frontier has no end. */
export interface StretchPart {
  from: number
  to: number
  stretch: Stretch
  /** Of the weights there, as they are found. */
  figuresAt: (lambda: number) => { gain: number; variance: number }
  outcomeAt: (lambda: number) => Outcome
}

/** All stretches of the frontier, from λ = 0 up. */
export function stretchesOf(
  program: Program,
  { maxSteps, riskFree, attempt }: { maxSteps: number; riskFree: number; attempt: Attempt },
): StretchPart[] | Failure {
  const walk = beginWalk(program, { maxSteps, attempt })
  if ('end' in walk) return failed(program, walk)
  const sets: { lambda: number; set: ActiveSet }[] = [{ lambda: stationOf(walk).lambda, set: activeSetOf(walk.moving.point) }]
  const { end, set } = walkOn(walk, {
    maxSteps,
    visit: () => void sets.push({ lambda: stationOf(walk).lambda, set: activeSetOf(walk.moving.point) }),
  })
  if (isDeadEnd(end)) return failed(program, { ...walk, end })
  const bounds = walk.direction === 1 ? upward(sets, set) : downward(sets)
  return bounds.flatMap(({ from, to, set: of }) => {
    const solved = solvedSet(program.quadratic, of)
    if (solved === null) return []
    const outcomeAt = (t: number): Outcome => finishAt(program, { set: of, solved, t, steps: walk.steps, riskFree })
    const figuresAt = (t: number): ReturnType<StretchPart['figuresAt']> => {
      const { x } = solved.at(t)
      return { gain: affineAt(program.gain, x), variance: varianceAt(program, x) }
    }
    return [{ from, to, stretch: stretchOf(program, solved), figuresAt, outcomeAt }]
  })
}

interface Bounded {
  from: number
  to: number
  set: ActiveSet
}

/** Each set is that of the stretch that leads to its λ; the last one goes on for ever. */
function upward(sets: readonly { lambda: number; set: ActiveSet }[], last: ActiveSet): Bounded[] {
  const parts = sets.slice(1).map(({ lambda, set }, k) => ({ from: sets[k]!.lambda, to: lambda, set }))
  return [...parts, { from: sets.at(-1)!.lambda, to: Infinity, set: last }]
}

function downward(sets: readonly { lambda: number; set: ActiveSet }[]): Bounded[] {
  return sets.map(({ lambda, set }, k) => ({ from: lambda, to: sets[k - 1]?.lambda ?? Infinity, set })).toReversed()
}
