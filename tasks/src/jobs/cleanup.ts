import {
  deleteExpiredGuests,
  deleteExpiredRefreshTokens,
  deleteExpiredWsTickets,
  deleteForgottenSessions,
  deleteOldFailures,
  purgeSimulations,
  removeExpiredReportFiles,
  removeIdempotencyKeys,
  removePriceVersions,
  removePublished,
  removeTaskEvents,
  removeUnusedResults,
} from '@portofino/database'
import type { JobHandler } from '@portofino/jobs'
import type { TaskContext } from '../context.ts'
import { isPassing } from '../task-error.ts'

const day = 24 * 3_600_000

/** `cleanup`: removes what nobody may need any more. `now` tells the moment. */
export async function cleanUp({ database: { db } }: Pick<TaskContext, 'database'>, now: Date): Promise<void> {
  const ago = (days: number): Date => new Date(now.getTime() - days * day)
  await purgeSimulations(db, ago(1))
  await removeUnusedResults(db, ago(1))
  await removeExpiredReportFiles(db, now)
  await removeIdempotencyKeys(db, ago(1))
  await removeTaskEvents(db, ago(7))
  await removePublished(db, ago(7))
  await removePriceVersions(db, ago(30))
  await deleteExpiredGuests(db, now)
  await deleteExpiredWsTickets(db, now)
  await deleteExpiredRefreshTokens(db, now)
  await deleteForgottenSessions(db, now)
  await deleteOldFailures(db, ago(1))
}

export function cleanupJob(context: Pick<TaskContext, 'database'>): JobHandler {
  return {
    run: async () => cleanUp(context, new Date()),
    isRetryable: isPassing,
    // The next one does what this one could not.
    failed: async () => undefined,
  }
}
