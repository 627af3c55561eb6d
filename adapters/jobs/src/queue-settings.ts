/** How the jobs of one name are kept and tried. */
export interface QueueSettings {
  name: string
  /** At most one job of a singleton key waits or runs; further ones are not enqueued. */
  isExclusive?: boolean
  /** Attempts after the first one, for faults of the world. Those that a lost process cuts off count too, but do not end a job so soon. */
  retryLimit: number
  /** Before the second attempt; doubled before each later one, with some chance in it. */
  retryDelaySeconds: number
  retryDelayMaxSeconds: number
  /** A job that takes longer is tried again, or failed. */
  expireInSeconds: number
}

/** Where pg-boss puts a copy of each job that it gave up, such as one that killed its process every time. */
export const lostQueue = 'jobs.lost'

/** Telling what became of a task takes one short transaction; a database that is away does not count. */
export const lostSettings: QueueSettings = {
  name: lostQueue,
  retryLimit: 10,
  retryDelaySeconds: 1,
  retryDelayMaxSeconds: 60,
  expireInSeconds: 60,
}

/**
 * A process whose job was not refreshed for so long counts as dead, and the job runs again. The least that pg-boss allows; refreshed
 * every second, also to hear of cancellation when a message was lost.
 */
export const heartbeatSeconds = 10
export const refreshMs = 1000
/**
 * So often a job is begun again whose process is gone: a server that is killed again and again is no fault of the jobs that it had just begun,
 * but one that kills its process every time must end.
 */
const mostLostAttempts = 20
/** Rows of ended jobs are of no use: what became of a task is in our own tables. */
const deleteAfterSeconds = 60

/** As pg-boss takes them, the same for making and for changing a queue. */
export function queueOptions({ name, retryLimit, retryDelaySeconds, retryDelayMaxSeconds, expireInSeconds }: QueueSettings) {
  return {
    retryLimit: Math.max(retryLimit, mostLostAttempts),
    retryDelay: retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: retryDelayMaxSeconds,
    expireInSeconds,
    heartbeatSeconds,
    deleteAfterSeconds,
    ...(name === lostQueue ? {} : { deadLetter: lostQueue }),
  }
}
