import { statfs } from 'node:fs/promises'
import type { Database } from '@portofino/database'
import type { Jobs } from '@portofino/jobs'

export interface Watched {
  database: Pick<Database, 'isReachable'>
  jobs: Pick<Jobs, 'figures'>
  dataDirectory: string
}

/** A job that waits longer than this has no worker. */
const longestWaitSeconds = 120
const leastFreeBytes = 256 * 1024 * 1024

/** What `/health` looks at: null while a part works, else one sentence. */
export function healthParts({ database, jobs, dataDirectory }: Watched): Record<string, () => Promise<string | null>> {
  return {
    database: async () =>
      (await database.isReachable()) ? null : 'The database does not answer; requests are refused with 503.',
    queue: async () => queueFault(jobs).catch(() => 'The job queue cannot be read.'),
    disk: async () => diskFault(dataDirectory).catch(() => 'The data directory cannot be read.'),
  }
}

async function queueFault(jobs: Pick<Jobs, 'figures'>): Promise<string | null> {
  const stuck = (await jobs.figures()).find(({ oldestSeconds }) => oldestSeconds > longestWaitSeconds)
  return stuck === undefined
    ? null
    : `Jobs of ${stuck.queue} have waited for ${Math.round(stuck.oldestSeconds)} s; is a worker running?`
}

async function diskFault(folder: string): Promise<string | null> {
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  return free >= leastFreeBytes ? null : `Only ${Math.round(free / 1024 / 1024)} MiB are free in the data directory.`
}
