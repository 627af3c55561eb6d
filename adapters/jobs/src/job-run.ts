import { setTimeout as pause } from 'node:timers/promises'
import { DatabaseError, type Tables } from '@portofino/database'
import type { Logger } from '@portofino/telemetry'
import type { Kysely, Transaction } from 'kysely'
import type { PgBoss } from 'pg-boss'
import { type Claim, completeClaims, postponeClaim, retryClaim, returnClaims } from './claims.ts'
import { Interruption, type JobHandler, type RunningJob } from './running-job.ts'

export interface JobTools {
  boss: PgBoss
  db: Kysely<Tables>
  logger: Logger
}

export interface JobRun {
  claim: Claim
  retryLimit: number
  handler: JobHandler
  /** Its reason, once aborted, is an `Interruption`. */
  signal: AbortSignal
}

/** How an attempt ended. `unknown`: the database could not be told; the job runs again when its heartbeat is missed. */
export type JobOutcome = 'done' | 'failed' | 'retried' | 'canceled' | 'lost' | 'returned' | 'unknown'

const tellAgainMs = 1000

interface Ending {
  boss: PgBoss
  claim: Claim
  isComplete: boolean
}

const endings = new WeakMap<RunningJob, Ending>()

/** Ends jobs of one queue together with what the transaction wrote. Throws `Interruption` when one of them is no longer this process's. */
export async function completeJobs(trx: Transaction<Tables>, jobs: readonly RunningJob[]): Promise<void> {
  const ended = jobs.map((job) => endings.get(job)!)
  const [first] = ended
  if (first === undefined) return
  await completeClaims(
    first.boss,
    trx,
    ended.map(({ claim }) => claim),
  )
  for (const ending of ended) ending.isComplete = true
}

/** One attempt at a job, from the claim to what becomes of it. Throws nothing. */
export async function runJob(tools: JobTools, run: JobRun): Promise<JobOutcome> {
  const { claim, handler, signal, retryLimit } = run
  const job: RunningJob = {
    id: claim.id,
    queue: claim.queue,
    data: claim.data,
    attempt: claim.retryCount + 1,
    isLastAttempt: claim.retryCount >= retryLimit,
    signal,
    complete: async (trx) => completeJobs(trx, [job]),
  }
  const ending: Ending = { boss: tools.boss, claim, isComplete: false }
  endings.set(job, ending)
  try {
    await handler.run(job)
    if (!ending.isComplete) await tools.db.transaction().execute(async (trx) => job.complete(trx))
    return 'done'
  } catch (fault) {
    return await settledAtLast(tools, run, fault).catch((error: unknown) => {
      if (error instanceof Interruption && error.cause !== 'stopping') return error.cause
      tools.logger.warn({ error, job: claim.queue, job_id: claim.id }, 'a job could not be settled and will run again')
      return 'unknown'
    })
  } finally {
    handler.settled?.(job)
  }
}

/** While the database cannot be told, this process keeps the job: nobody else could be told of it either. */
async function settledAtLast(tools: JobTools, run: JobRun, fault: unknown): Promise<JobOutcome> {
  const { signal } = run
  while (!signal.aborted) {
    try {
      return await settled(tools, run, fault)
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      tools.logger.warn({ error, job: run.claim.queue, job_id: run.claim.id }, 'the database cannot be told yet how a job ended')
      await pause(tellAgainMs, undefined, { signal }).catch(() => undefined)
    }
  }
  return settled(tools, run, signal.reason)
}

/** A statement that took too long, or too much memory, may be the job's own doing. */
const ownDoing = new Set(['57014', '53200'])

function isDatabaseAway(fault: unknown): boolean {
  if (!(fault instanceof DatabaseError)) return false
  const { code, cause } = fault
  if (cause instanceof Error && 'code' in cause && ownDoing.has(String(cause.code))) return false
  return code === 'database_unavailable' || code === 'database_full'
}

async function settled({ boss, db, logger }: JobTools, run: JobRun, fault: unknown): Promise<JobOutcome> {
  const { claim, handler, retryLimit } = run
  if (fault instanceof Interruption) {
    if (fault.cause !== 'stopping') return fault.cause
    await returnClaims(db, [claim])
    return 'returned'
  }
  const job = { id: claim.id, data: claim.data }
  const about = { error: fault, job: claim.queue, job_id: claim.id, attempt: claim.retryCount + 1 }
  // Our own database's faults are nothing that a job could have done: it waits for as long as they last.
  const isOurs = isDatabaseAway(fault)
  if (isOurs || (handler.isRetryable(fault) && claim.retryCount < retryLimit)) {
    logger.warn(about, 'a job will be tried again')
    await db.transaction().execute(async (trx: Transaction<Tables>) => {
      await handler.retrying?.(trx, job, fault)
      await (isOurs ? postponeClaim(trx, claim) : retryClaim(boss, trx, claim))
    })
    return 'retried'
  }
  logger.error(about, 'a job failed')
  await db.transaction().execute(async (trx) => {
    await handler.failed(trx, job, fault)
    await completeClaims(boss, trx, [claim])
  })
  return 'failed'
}
