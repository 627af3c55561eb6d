import type { OptimizationReply } from '@portofino/tasks'
import { Problem } from '../problem.ts'
import { faultyCommand } from '../simulations/accepted.ts'

/** JSON of the outcome; anything else is a problem. */
export function answered(reply: OptimizationReply): string {
  switch (reply.kind) {
    case 'answered':
      return reply.text
    case 'faulty':
      throw faultyCommand(reply.diagnostics)
    case 'invalid': {
      const { message, fault } = reply
      const errors = [{ field: fault.field, message }]
      throw new Problem('invalid_problem', { detail: message.replace(/\.?$/, '.'), members: { errors, fault } })
    }
    case 'too_long':
      throw new Problem('problem_too_long', {
        detail: `No answer was found within ${reply.seconds} s; ask for fewer assets or rows, or use the library or the command line.`,
      })
    case 'abandoned':
      throw new Problem('malformed_request', { detail: 'The connection ended before the answer was found.' })
    default:
      throw new Problem('busy', { detail: 'Too many optimizations of others wait already; try again shortly.', retryAfter: 2 })
  }
}
