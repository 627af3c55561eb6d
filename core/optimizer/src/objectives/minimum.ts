import { coldStart } from '../engine/cold-start.ts'
import type { Way } from '../engine/ways.ts'
import { activeSetOf, solvedSet } from '../engine/exact-point.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { failed } from './failed.ts'
import { finishAt } from './finish.ts'
import type { Finish } from './finish.ts'
import { mendedOutcome, warmFinish } from './warm-finish.ts'
import type { Options } from './options.ts'
import { maxStepsOf } from './options.ts'
import { soundest } from './soundest.ts'

type Question = { options: Options } & Pick<Finish, 'riskFree'>

/** The minimum of a program at one t. */
export function minimumAt(program: Program, t: number, question: Question): Outcome {
  const warm = warmFinish(program, { ...question, timeOn: () => t })
  if (warm !== null) return warm
  return soundest(
    (way) => mendedOutcome(program, coldMinimum(program, t, { ...question, way }), { ...question, timeOn: () => t }),
    ({ status }) => status,
  )
}

function coldMinimum(program: Program, t: number, { options, way, ...more }: Question & { way: Way }): Outcome {
  const maxSteps = maxStepsOf(options, program)
  const { end, moving } = coldStart(program.quadratic, { t, maxSteps, way })
  if (end.kind !== 'arrived') return failed(program, { end, moving, steps: end.steps ?? 0 })
  const set = activeSetOf(moving.point)
  return finishAt(program, { ...more, set, solved: solvedSet(program.quadratic, set), t, steps: end.steps ?? 0 })
}
