import { likelySet } from '../engine/likely-set.ts'
import type { Optimal } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import type { MinimumQuestion } from './followed-minimum.ts'
import { maxStepsOf } from './options.ts'
import { finishFrom } from './warm-finish.ts'

/** From the active set that the solution is likely to have; null where that leads to no optimum, or to one of several. */
export function likelyMinimum(program: Program, t: number, { options, riskFree }: MinimumQuestion): Optimal | null {
  const likely = likelySet(program.quadratic, { t, maxSteps: maxStepsOf(options, program) })
  if (likely === null) return null
  const outcome = finishFrom(program, { ...likely, timeOn: () => t, riskFree })
  return outcome?.certificate.unique === true ? outcome : null
}
