import { claimJobs } from './claims.ts'
import { heldJobs } from './held-jobs.ts'
import type { JobTools } from './job-run.ts'
import type { QueueWork } from './queue-work.ts'
import { refreshMs } from './queue-settings.ts'
import type { InterruptionCause } from './running-job.ts'
import { standingLoop } from './standing-loop.ts'

export interface QueueWorker extends AsyncDisposable {
  /** There may be something to do. */
  wake(): void
  interrupt(id: string, cause: InterruptionCause): void
}

/** So often it looks even when nothing wakes it: for delayed jobs and lost messages. */
const idleMs = 1000

/**
 * Takes the jobs of one queue as they come and runs them. pg-boss's own workers fetch one job at a time each and end it in a transaction of its
 * own; here one statement fetches for all free slots, and a job ends together with what it writes.
 */
export function startQueueWorker(tools: JobTools, work: QueueWork): QueueWorker {
  const { queue } = work
  const held = heldJobs(tools, work, () => loop.wake())

  async function takeJobs(): Promise<boolean> {
    const { limit, fullUsers } = held.room()
    if (limit <= 0) return false
    const claims = await claimJobs(tools.boss, { queue, limit, fullUsers })
    for (const claim of claims) held.start(claim)
    return claims.length === limit
  }

  const loop = standingLoop({
    step: takeJobs,
    idleMs,
    onFault: (error) => tools.logger.warn({ error, job: queue }, 'jobs cannot be fetched'),
  })
  const heartbeat = setInterval(() => void held.refresh(), refreshMs)
  return {
    wake: () => loop.wake(),
    interrupt: (id, cause) => held.interrupt(id, cause),
    async [Symbol.asyncDispose]() {
      await loop[Symbol.asyncDispose]()
      await held.end()
      clearInterval(heartbeat)
    },
  }
}
