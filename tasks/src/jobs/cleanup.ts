import {
  deleteExpiredGuests,
  deleteExpiredRefreshTokens,
  deleteExpiredWsTickets,
  deleteForgottenSessions,
  deleteOldFailures,
  patiently,
  purgeSimulations,
  removeExpiredReportFiles,
  removeIdempotencyKeys,
  removePriceVersions,
  removePublished,
  removeTaskEvents,
  removeUnusedResults,
} from '@portofino/database'
import type { Database } from '@portofino/database'
import type { JobHandler } from '@portofino/jobs'
import type { TaskContext } from '../context.ts'
import { isPassing } from '../task-error.ts'

type Connection = Database['db']

const day = 24 * 3_600_000
const ago = (now: Date, days: number): Date => new Date(now.getTime() - days * day)

/** Each removes one kind of what nobody may need any more; results after the runs that used them. */
const steps: Readonly<Record<string, (db: Connection, now: Date) => Promise<unknown>>> = {
  'deleted runs': async (db, now) => purgeSimulations(db, ago(now, 1)),
  'unused results': async (db, now) => removeUnusedResults(db, ago(now, 1)),
  'report files': removeExpiredReportFiles,
  'idempotency keys': async (db, now) => removeIdempotencyKeys(db, ago(now, 1)),
  'task events': async (db, now) => removeTaskEvents(db, ago(now, 7)),
  'published events': async (db, now) => removePublished(db, ago(now, 7)),
  // Longer than any run or download takes.
  'price versions': async (db, now) => removePriceVersions(db, ago(now, 2)),
  guests: deleteExpiredGuests,
  'socket tickets': deleteExpiredWsTickets,
  'refresh tokens': deleteExpiredRefreshTokens,
  sessions: deleteForgottenSessions,
  'sign-in failures': async (db, now) => deleteOldFailures(db, ago(now, 1)),
}

/** Some steps failed; the others have done their work. */
export class CleanupError extends AggregateError {
  constructor(faults: readonly Error[]) {
    super(faults, `Cannot remove ${faults.map(({ message }) => message).join('; ')}`)
    this.name = 'CleanupError'
  }
}

/** `cleanup`: removes what nobody may need any more. `now` tells the moment. */
export async function cleanUp({ database: { db } }: Pick<TaskContext, 'database'>, now: Date): Promise<void> {
  const faults: Error[] = []
  for (const [what, remove] of Object.entries(steps)) {
    await patiently(db, async (connection) => remove(connection, now)).catch((cause: unknown) => {
      faults.push(new Error(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause }))
    })
  }
  if (faults.length > 0) throw new CleanupError(faults)
}

export function cleanupJob(context: Pick<TaskContext, 'database'>): JobHandler {
  return {
    run: async () => cleanUp(context, new Date()),
    isRetryable: (fault) =>
      fault instanceof CleanupError && fault.errors.some((each) => each instanceof Error && isPassing(each.cause)),
    // The next one does what this one could not.
    failed: async () => undefined,
  }
}
