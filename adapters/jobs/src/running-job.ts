import type { Tables } from '@portofino/database'
import type { Transaction } from 'kysely'

/** A job in the hands of this process. */
export interface RunningJob {
  /** Also the id of the task. */
  id: string
  queue: string
  data: unknown
  /** From 1. */
  attempt: number
  isLastAttempt: boolean
  /** Aborted by cancellation, by the loss of the claim, and when this process stops; the reason is an `Interruption`. */
  signal: AbortSignal
  /** Ends the job together with what the transaction wrote. Throws `Interruption` when it is no longer this process's. */
  complete(trx: Transaction<Tables>): Promise<void>
}

export type InterruptionCause = 'canceled' | 'lost' | 'stopping'

/** Not a fault: somebody else decides now what becomes of the job. */
export class Interruption extends Error {
  override readonly cause: InterruptionCause

  constructor(cause: InterruptionCause) {
    super(`The job was interrupted: ${cause}`)
    this.name = 'Interruption'
    this.cause = cause
  }
}

/** What the jobs of one queue do. */
export interface JobHandler {
  run(job: RunningJob): Promise<void>
  /** Whether another attempt may succeed where this fault was thrown. */
  isRetryable(fault: unknown): boolean
  /** In the transaction that hands the job back for a later attempt. */
  retrying?(trx: Transaction<Tables>, job: Pick<RunningJob, 'id' | 'data'>, fault: unknown): Promise<void>
  /** In the transaction that ends a job for which no attempt is left. */
  failed(trx: Transaction<Tables>, job: Pick<RunningJob, 'id' | 'data'>, fault: unknown): Promise<void>
  /** After a job or an attempt has ended in one of these ways. */
  settled?(job: Pick<RunningJob, 'id' | 'data'>): void
}
