import type { Database } from '@portofino/database'
import { type Jobs, openJobs, type QueueSettings } from '@portofino/jobs'
import type { Logger } from '@portofino/telemetry'
import { requeueUnfinished } from './requeue-unfinished.ts'

const minute = 60

/** Three more attempts, after about 1, 2 and 4 seconds: a provider or a database that is away for longer is told to the user. */
const forUsers = { retryLimit: 3, retryDelaySeconds: 1, retryDelayMaxSeconds: 30 }
const once = { isExclusive: true, retryLimit: 2, retryDelaySeconds: 60, retryDelayMaxSeconds: 600 }

/** Every queue by its name. */
export const queues = [
  { name: 'simulation.run', ...forUsers, expireInSeconds: 15 * minute },
  { name: 'report.build', ...forUsers, expireInSeconds: 15 * minute },
  { name: 'prices.refresh', ...once, expireInSeconds: 60 * minute },
  { name: 'cleanup', ...once, expireInSeconds: 60 * minute },
] as const satisfies readonly QueueSettings[]

export type QueueName = (typeof queues)[number]['name']

/** The queues of this system on the database, for those who submit and those who work; with a job for every task that has not ended. */
export async function openTaskQueues(database: Database, logger: Logger): Promise<Jobs> {
  await using opened = new AsyncDisposableStack()
  const jobs = opened.use(await openJobs(database, { queues, logger }))
  const count = await requeueUnfinished(jobs)
  if (count > 0) logger.info({ count }, 'tasks that had no job, as after a restore, are queued again')
  opened.move()
  return jobs
}
