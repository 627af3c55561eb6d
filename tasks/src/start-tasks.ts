import { type Jobs, type JobWatch, type WorkedQueue, workJobs } from '@portofino/jobs'
import { rememberedSource } from '@portofino/market-data'
import { announceTask, type SaidEvent } from './announce-task.ts'
import type { TaskContext } from './context.ts'
import { startEventsRelay } from './events/relay.ts'
import { tickerUsage } from './events/ticker-usage.ts'
import { cleanupJob } from './jobs/cleanup.ts'
import { pricesJob, refreshTimes } from './jobs/prices-job.ts'
import { reportJob } from './jobs/report-job.ts'
import { simulationJob } from './jobs/simulation-job.ts'
import type { QueueName } from './queues.ts'
import type { ThreadPool } from './threads/thread-pool.ts'

/** Prices that many runs need are read once; so long a provider's newer ones may stay unseen. */
const rememberedPrices = { freshForMs: 60_000, instruments: 300, now: Date.now }

/** Every hour, at a minute when nobody else does. */
const cleanupTimes = '17 * * * *'

/** Does what waits, in this process, until disposed; then what still runs goes back to the queue. The threads are to outlive that. */
export async function startTasks(given: TaskContext, threads: ThreadPool): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  const context = { ...given, threads, marketData: rememberedSource(given.marketData, rememberedPrices) }
  const announce = (taskId: string, said?: SaidEvent): void => announceTask(context, taskId, said)
  // More than threads: while one computes, others wait for prices or the disk, and what starts or ends in one moment is written together.
  const slotsPerUser = 4 + 2 * threads.threads
  const table: Partial<Record<QueueName, WorkedQueue>> = {
    'simulation.run': { handler: simulationJob(context, announce), slots: 4 * slotsPerUser, slotsPerUser },
    'report.build': { handler: reportJob(context, announce), slots: 1 + threads.threads, slotsPerUser: 1 },
    'prices.refresh': { handler: pricesJob(given), slots: 1, slotsPerUser: 1 },
    cleanup: { handler: cleanupJob(context), slots: 1, slotsPerUser: 1 },
  }
  opened.use(await workJobs(context.jobs, table, measured(context)))
  opened.use(await startEventsRelay(context, [tickerUsage]))
  await context.jobs.schedule('cleanup', cleanupTimes)
  await context.jobs.schedule('prices.refresh', refreshTimes)
  return opened.move()
}

function measured({ meters }: Pick<TaskContext, 'meters'>): JobWatch {
  return {
    onStart: (job) => meters.jobsRunning.inc({ job }),
    onEnd: (job, { outcome, durationMs }) => {
      meters.jobsRunning.dec({ job })
      meters.jobDuration.observe({ job, outcome }, durationMs / 1000)
      if (outcome === 'retried') meters.jobRetries.inc({ job })
    },
  }
}

/** Brings the figures of the queues up to date. */
export async function measureQueues(jobs: Jobs, { queueDepth, queueAge }: TaskContext['meters']): Promise<void> {
  for (const { queue, waiting, oldestSeconds } of await jobs.figures()) {
    queueDepth.set({ job: queue }, waiting)
    queueAge.set({ job: queue }, oldestSeconds)
  }
}
