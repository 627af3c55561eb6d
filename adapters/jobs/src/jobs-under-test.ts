import { type Database, temporaryDatabase } from '@portofino/database'
import { createLogger } from '@portofino/telemetry'
import { type Jobs, openJobs } from './jobs.ts'
import type { JobOutcome } from './job-run.ts'
import type { QueueSettings } from './queue-settings.ts'
import type { JobHandler, RunningJob } from './running-job.ts'
import { workJobs } from './work-jobs.ts'

const quick = { retryLimit: 2, retryDelaySeconds: 1, retryDelayMaxSeconds: 1, expireInSeconds: 60 }
export const queues: QueueSettings[] = [
  { name: 'plain', ...quick },
  { name: 'single', ...quick, isExclusive: true },
]

export interface JobsUnderTest extends AsyncDisposable {
  database: Database
  jobs: Jobs
  enqueue: (data: object, options?: { userId?: number; waiting?: number }) => Promise<string>
  /** Works on the queue `plain` with this handler; gives the outcomes so far. */
  work: (
    handler: Partial<JobHandler>,
    slots?: number,
    slotsPerUser?: number,
  ) => Promise<{ outcomes: JobOutcome[]; stop: () => Promise<void> }>
}

export async function openJobsUnderTest(given?: Database): Promise<JobsUnderTest> {
  await using opened = new AsyncDisposableStack()
  const database = given ?? opened.use(await temporaryDatabase())
  const jobs = opened.use(await openJobs(database, { queues, logger: createLogger({ level: 'silent', name: 'test' }) }))
  const resources = opened.move()
  return {
    database,
    jobs,

    async enqueue(data, options = {}) {
      const job = { queue: 'plain', data, ...options }
      const id = await database.db.transaction().execute(async (trx) => jobs.enqueue(trx, job))
      jobs.wake('plain')
      return id!
    },

    async work(given_, slots = 4, slotsPerUser = slots) {
      const handler: JobHandler = {
        run: async () => undefined,
        isRetryable: () => false,
        failed: async () => undefined,
        ...given_,
      }
      const outcomes: JobOutcome[] = []
      const watch = {
        onStart: () => undefined,
        onEnd: (_: string, { outcome }: { outcome: JobOutcome }) => void outcomes.push(outcome),
      }
      const working = resources.use(await workJobs(jobs, { plain: { handler, slots, slotsPerUser } }, watch))
      return { outcomes, stop: async () => working[Symbol.asyncDispose]() }
    },

    [Symbol.asyncDispose]: async () => resources.disposeAsync(),
  }
}

/** Waits in a job until it is interrupted. */
export async function untilInterrupted({ signal }: RunningJob): Promise<never> {
  const { promise: aborted, resolve } = Promise.withResolvers<void>()
  signal.addEventListener('abort', () => resolve(), { once: true })
  await aborted
  throw signal.reason
}

/** Counts calls; `reached` resolves at the wanted one. */
export function counter(wanted: number): { count: () => number; up: () => void; reached: Promise<void> } {
  let calls = 0
  const { promise: reached, resolve } = Promise.withResolvers<void>()
  const up = (): void => {
    calls++
    if (calls === wanted) resolve()
  }
  return { count: () => calls, up, reached }
}
