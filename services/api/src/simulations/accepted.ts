import type { SubmittedSimulation } from '@portofino/tasks'
import { Problem } from '../problem.ts'

type Accepted = Omit<Extract<SubmittedSimulation, { kind: 'accepted' }>, 'kind'>

/** What was accepted; anything else is a problem. */
export function accepted(submitted: SubmittedSimulation): Accepted {
  if (submitted.kind === 'accepted') return submitted
  if (submitted.kind === 'too_many_queued') throw tooManyQueued(submitted.limit)
  if (submitted.kind === 'idempotency_conflict') {
    const { taskId, simulationId } = submitted
    const detail = 'This Idempotency-Key was used with another command; give every new request a new key.'
    throw new Problem('idempotency_conflict', {
      detail,
      members: { existing: { task_id: taskId, simulation_id: simulationId } },
    })
  }
  throw faultyCommand(submitted.diagnostics)
}

/** 422 with every fault, the first in the sentence. */
export function faultyCommand(diagnostics: Extract<SubmittedSimulation, { kind: 'faulty' }>['diagnostics']): Problem {
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : ''
  return new Problem('invalid_command', { detail: `${errors[0]?.code} ${errors[0]?.message}${more}`, members: { diagnostics } })
}

export function tooManyQueued(limit: number): Problem {
  const detail = `${limit} of your tasks wait already; try again when some have run, or cancel one.`
  return new Problem('too_many_queued', { detail, retryAfter: 5 })
}
