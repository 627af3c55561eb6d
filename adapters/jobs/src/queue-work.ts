import type { JobOutcome } from './job-run.ts'
import type { JobHandler } from './running-job.ts'

export interface JobWatch {
  onStart: (queue: string) => void
  onEnd: (queue: string, ended: { outcome: JobOutcome; durationMs: number }) => void
}

export interface QueueWork extends JobWatch {
  queue: string
  handler: JobHandler
  /** How many jobs run at once in this process, and how many of one user. */
  slots: number
  slotsPerUser: number
  retryLimit: number
}
