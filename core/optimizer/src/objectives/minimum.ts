import { coldStart } from '../engine/cold-start.ts'
import { activeSetOf } from '../engine/exact-point.ts'
import type { Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { failed } from './failed.ts'
import { finish } from './finish.ts'
import type { Finish } from './finish.ts'
import { warmFinish } from './warm-finish.ts'
import type { Options } from './options.ts'
import { maxStepsOf } from './options.ts'

/** The minimum of a program at one t. */
export function minimumAt(
  program: Program,
  t: number,
  { options, ...more }: { options: Options } & Pick<Finish, 'riskFree'>,
): Outcome {
  const timeOn = (): number => t
  const warm = warmFinish(program, { ...more, timeOn, options })
  if (warm !== null) return warm
  const maxSteps = maxStepsOf(options, program)
  const { end, moving } = coldStart(program.quadratic, { t, maxSteps })
  if (end.kind !== 'arrived') return failed(program, { end, moving, steps: end.steps ?? 0 })
  return finish(program, { ...more, set: activeSetOf(moving.point), timeOn, steps: end.steps ?? 0 })
}
