import type { Outcome } from '../outcome.ts'
import type { Program } from '../problem/program.ts'
import { followedMinimum } from './followed-minimum.ts'
import type { MinimumQuestion } from './followed-minimum.ts'
import { likelyMinimum } from './likely-minimum.ts'
import { warmFinish } from './warm-finish.ts'

/** The minimum of a program at one t. */
export function minimumAt(program: Program, t: number, question: MinimumQuestion): Outcome {
  return (
    warmFinish(program, { ...question, timeOn: () => t }) ??
    likelyMinimum(program, t, question) ??
    followedMinimum(program, t, question)
  )
}
