import type { Asker, Optimizations } from '@portofino/tasks'
import type { OptimizationBody } from '../routes/optimize.ts'
import { answered } from './answered.ts'

/** Answers a body in either of its forms: a whole problem, or a command to estimate one from. */
export function optimizing(optimizations: Pick<Optimizations, 'ofProblem' | 'ofCommand'>) {
  return async ({ command, dialect = 'default', ...question }: OptimizationBody, asker: Asker): Promise<string> => {
    if (command === undefined) return answered(await optimizations.ofProblem(question, asker))
    return answered(await optimizations.ofCommand({ command, dialect, order: question }, asker))
  }
}
