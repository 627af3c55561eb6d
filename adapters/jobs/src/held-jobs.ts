import { setTimeout as pause } from 'node:timers/promises'
import { type Claim, refreshClaims } from './claims.ts'
import { type JobTools, runJob } from './job-run.ts'
import type { QueueWork } from './queue-work.ts'
import { Interruption, type InterruptionCause } from './running-job.ts'

/** The jobs of one queue that this process is running. */
export interface HeldJobs {
  start(claim: Claim): void
  /** How many more may be taken without more of one user than may be, if users at `fullUsers` are left out. */
  room(): { limit: number; fullUsers: string[] }
  interrupt(id: string, cause: InterruptionCause): void
  /** Says to the database that they go on; interrupts those that were taken away. */
  refresh(): Promise<void>
  /** Waits 100 ms for running jobs, then interrupts the rest so that they return to the queue. */
  end(): Promise<void>
}

interface Attempt {
  claim: Claim
  abort: AbortController
  ended: Promise<void>
}

/** Jobs that need no longer than this end before the others are handed back. */
const graceMs = 100

export function heldJobs(tools: JobTools, work: QueueWork, onEnd: () => void): HeldJobs {
  const { queue } = work
  const attempts = new Set<Attempt>()

  async function run(claim: Claim, signal: AbortSignal): Promise<void> {
    const started = performance.now()
    work.onStart(queue)
    const outcome = await runJob(tools, { claim, handler: work.handler, signal, retryLimit: work.retryLimit })
    work.onEnd(queue, { outcome, durationMs: performance.now() - started })
  }

  function interrupt(id: string, cause: InterruptionCause): void {
    for (const { claim, abort } of attempts) if (claim.id === id) abort.abort(new Interruption(cause))
  }

  return {
    interrupt,

    start(claim) {
      // An earlier attempt here is lost, or the job could not have been fetched again.
      interrupt(claim.id, 'lost')
      const abort = new AbortController()
      const ended = run(claim, abort.signal).then(() => {
        attempts.delete(attempt)
        onEnd()
      })
      const attempt: Attempt = { claim, abort, ended }
      attempts.add(attempt)
    },

    room: () =>
      roomBeside(
        Array.from(attempts, ({ claim }) => claim.userId),
        work,
      ),

    refresh: async () => refreshAttempts(tools, queue, [...attempts]),

    async end() {
      const ended = Promise.all(Array.from(attempts, (attempt) => attempt.ended))
      await Promise.race([ended, pause(graceMs)])
      for (const { claim } of attempts) interrupt(claim.id, 'stopping')
      await ended
    },
  }
}

async function refreshAttempts({ boss, logger }: JobTools, queue: string, attempts: readonly Attempt[]): Promise<void> {
  if (attempts.length === 0) return
  const claims = attempts.map(({ claim }) => claim)
  try {
    const held = await refreshClaims(boss, queue, claims)
    for (const { claim, abort } of attempts) if (!held.has(claim.id)) abort.abort(new Interruption('lost'))
  } catch (error) {
    logger.warn({ error, job: queue }, 'running jobs cannot be refreshed')
  }
}

/** `userIds`: one entry a running job, null where it is nobody's. */
function roomBeside(
  userIds: readonly (string | null)[],
  { slots, slotsPerUser }: QueueWork,
): { limit: number; fullUsers: string[] } {
  const ofUser = new Map<string, number>()
  for (const userId of userIds) if (userId !== null) ofUser.set(userId, (ofUser.get(userId) ?? 0) + 1)
  const fullUsers = [...ofUser].filter(([, count]) => count >= slotsPerUser).map(([userId]) => userId)
  const busiest = Math.max(0, ...[...ofUser.values()].filter((count) => count < slotsPerUser))
  // All that come may belong to the busiest user.
  return { limit: Math.min(slots - userIds.length, slotsPerUser - busiest), fullUsers }
}
