import type { Attempt } from '../engine/attempts.ts'
import { coldStart } from '../engine/cold-start.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { failed } from './failed.ts'
import { finishAt } from './finish.ts'
import type { Finish } from './finish.ts'
import { maxStepsOf } from './options.ts'
import type { Options } from './options.ts'
import { soundest } from './soundest.ts'
import { mendedOutcome } from './warm-finish.ts'

export type MinimumQuestion = { options: Options } & Pick<Finish, 'riskFree'>

/** By the path from a program that its bounds solve, which ends where no minimum is, too. */
export function followedMinimum(program: Program, t: number, question: MinimumQuestion): Outcome {
  return soundest((attempt) =>
    mendedOutcome(program, coldMinimum(program, t, { ...question, attempt }), { ...question, timeOn: () => t }),
  )
}

function coldMinimum(
  program: Program,
  t: number,
  { options, attempt, ...more }: MinimumQuestion & { attempt: Attempt },
): Outcome {
  const maxSteps = maxStepsOf(options, program)
  const { end, moving } = coldStart(program.quadratic, { t, maxSteps, attempt })
  if (end.kind !== 'arrived') return failed(program, { end, moving, steps: end.steps ?? 0 })
  const set = activeSetOf(moving.point)
  return finishAt(program, { ...more, set, solved: solvedSet(program.quadratic, set), t, steps: end.steps ?? 0 })
}
