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
  /** Hands back what does not end at once. */
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
  const attempts = new Map<string, Attempt>()

  async function run(claim: Claim, signal: AbortSignal): Promise<void> {
    const started = performance.now()
    work.onStart(queue)
    const outcome = await runJob(tools, { claim, handler: work.handler, signal, retryLimit: work.retryLimit })
    attempts.delete(claim.id)
    work.onEnd(queue, { outcome, durationMs: performance.now() - started })
    onEnd()
  }

  function interrupt(id: string, cause: InterruptionCause): void {
    attempts.get(id)?.abort.abort(new Interruption(cause))
  }

  return {
    interrupt,

    start(claim) {
      const abort = new AbortController()
      attempts.set(claim.id, { claim, abort, ended: run(claim, abort.signal) })
    },

    room: () =>
      roomBeside(
        Array.from(attempts.values(), ({ claim }) => claim.userId),
        work,
      ),

    async refresh() {
      const claims = Array.from(attempts.values(), ({ claim }) => claim)
      if (claims.length === 0) return
      try {
        const held = await refreshClaims(tools.boss, queue, claims)
        for (const { id } of claims) if (!held.has(id)) interrupt(id, 'lost')
      } catch (error) {
        tools.logger.warn({ error, job: queue }, 'running jobs cannot be refreshed')
      }
    },

    async end() {
      const ended = Promise.all(Array.from(attempts.values(), (attempt) => attempt.ended))
      await Promise.race([ended, pause(graceMs)])
      for (const id of attempts.keys()) interrupt(id, 'stopping')
      await ended
    },
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
