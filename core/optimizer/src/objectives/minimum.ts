import { coldStart } from '../engine/cold-start.ts'
import type { Attempt } from '../engine/attempts.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import { likelySet } from '../engine/likely-set.ts'
import type { Optimal, Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { failed } from './failed.ts'
import { finishAt } from './finish.ts'
import type { Finish } from './finish.ts'
import { finishFrom, mendedOutcome, warmFinish } from './warm-finish.ts'
import type { Options } from './options.ts'
import { maxStepsOf } from './options.ts'
import { soundest } from './soundest.ts'

type Question = { options: Options } & Pick<Finish, 'riskFree'>

/** The minimum of a program at one t. */
export function minimumAt(program: Program, t: number, question: Question): Outcome {
  return (
    warmFinish(program, { ...question, timeOn: () => t }) ??
    likelyMinimum(program, t, question) ??
    followedMinimum(program, t, question)
  )
}

/** From the active set that the solution is likely to have; null where that leads to no optimum, or to one of several. */
export function likelyMinimum(program: Program, t: number, { options, riskFree }: Question): Optimal | null {
  const likely = likelySet(program.quadratic, { t, maxSteps: maxStepsOf(options, program) })
  if (likely === null) return null
  const outcome = finishFrom(program, { ...likely, timeOn: () => t, riskFree })
  return outcome?.certificate.unique === true ? outcome : null
}

/** By the path from a program that its bounds solve, which ends where no minimum is, too. */
export function followedMinimum(program: Program, t: number, question: Question): Outcome {
  return soundest((attempt) =>
    mendedOutcome(program, coldMinimum(program, t, { ...question, attempt }), { ...question, timeOn: () => t }),
  )
}

function coldMinimum(program: Program, t: number, { options, attempt, ...more }: Question & { attempt: Attempt }): Outcome {
  const maxSteps = maxStepsOf(options, program)
  const { end, moving } = coldStart(program.quadratic, { t, maxSteps, attempt })
  if (end.kind !== 'arrived') return failed(program, { end, moving, steps: end.steps ?? 0 })
  const set = activeSetOf(moving.point)
  return finishAt(program, { ...more, set, solved: solvedSet(program.quadratic, set), t, steps: end.steps ?? 0 })
}
