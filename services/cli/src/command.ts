import type { Arguments } from './arguments/read-arguments.ts'
import type { Usage } from './arguments/usage.ts'
import type { Surroundings } from './surroundings.ts'

export interface Command {
  usage: Usage
  /** Gives the exit code. */
  run: (given: Arguments, surroundings: Surroundings) => Promise<number>
}
