import { Interruption } from './running-job.ts'
import { sql } from 'kysely'
import type { JobTools } from './job-run.ts'
import type { JobHandler } from './running-job.ts'
import { interruptChannel, type Jobs, wakeChannel } from './jobs.ts'
import { lostQueue, lostSettings } from './queue-settings.ts'
import type { JobWatch } from './queue-work.ts'
import { type QueueWorker, startQueueWorker } from './queue-worker.ts'

export interface WorkedQueue {
  handler: JobHandler
  /** How many jobs run at once in this process, and how many of one user. */
  slots: number
  slotsPerUser: number
}

/** Runs the jobs of the named queues in this process until disposed, which hands back what still runs. */
export async function workJobs(
  jobs: Jobs,
  work: Readonly<Record<string, WorkedQueue>>,
  watch: JobWatch,
): Promise<AsyncDisposable> {
  const { boss, db, logger } = jobs
  const tools = { boss, db, logger }
  const workers = new Map<string, QueueWorker>()
  const afterFirstLoad = analyzeAfter(firstLoad, tools)
  for (const [queue, worked] of Object.entries(work)) {
    const settings = jobs.queues.find(({ name }) => name === queue)
    if (settings === undefined) throw new RangeError(`Cannot work on jobs: the queue must be one that was opened, got "${queue}"`)
    const onEnd: JobWatch['onEnd'] = (...ended) => {
      watch.onEnd(...ended)
      afterFirstLoad()
    }
    const { retryLimit } = settings
    workers.set(queue, startQueueWorker(tools, { queue, ...worked, onStart: watch.onStart, onEnd, retryLimit }))
  }
  workers.set(lostQueue, startQueueWorker(tools, lostJobs(jobs, work)))

  const wakeAll = (): void => workers.forEach((worker) => worker.wake())
  const endings = await Promise.all([
    jobs.announcements.subscribe(wakeChannel, (queue) => workers.get(queue)?.wake(), wakeAll),
    jobs.announcements.subscribe(
      interruptChannel,
      (id) => workers.forEach((worker) => worker.interrupt(id, 'canceled')),
      wakeAll,
    ),
  ])
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(Array.from(workers.values(), (worker) => worker[Symbol.asyncDispose]()))
      await Promise.all(endings.map((end) => end()))
    },
  }
}

/** So many jobs leave enough behind for the server to know how the table looks. */
const firstLoad = 500

/** Without statistics the server reads the whole table for each fetch; its own turn to collect them comes only after a minute. */
function analyzeAfter(jobs: number, { db, logger }: JobTools): () => void {
  let ended = 0
  return () => {
    if (++ended !== jobs) return
    sql`analyze pgboss.job`.execute(db).catch((error: unknown) => logger.warn({ error }, 'the job table has no statistics yet'))
  }
}

/** Copies of jobs whose processes died or stood still at every attempt: their tasks are told so. */
function lostJobs({ boss, db }: Jobs, work: Readonly<Record<string, WorkedQueue>>) {
  const handler: JobHandler = {
    isRetryable: () => true,
    failed: async () => undefined,
    run: async (job) => {
      const [copy] = await boss.findJobs<object>(lostQueue, { id: job.id })
      const { sourceName, sourceId } = copy ?? {}
      if (!sourceName || !sourceId) return
      await db.transaction().execute(async (trx) => {
        await work[sourceName]?.handler.failed(trx, { id: sourceId, data: job.data }, new Interruption('lost'))
        await job.complete(trx)
      })
      work[sourceName]?.handler.settled?.({ id: sourceId, data: job.data })
    },
  }
  return {
    queue: lostQueue,
    handler,
    slots: 1,
    slotsPerUser: 1,
    retryLimit: lostSettings.retryLimit,
    onStart: () => undefined,
    onEnd: () => undefined,
  }
}
