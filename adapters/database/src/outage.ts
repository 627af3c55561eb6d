import { DatabaseError } from './database-error.ts'
import { databaseFault } from './fault.ts'

/** What is known of why the database is away, from the attempts to come back. */
export interface Outage {
  /** An attempt failed. */
  goesOn(fault: unknown): void
  over(): void
  /** The fault of a query as ours; that the disk is full is the better reason where the server cannot come back for it. */
  explained(fault: unknown): unknown
}

/** Each reason is told once an outage. */
export function watchedOutage(tell: (reason: unknown) => void): Outage {
  const told = new Set<string>()
  let full: DatabaseError | null = null
  return {
    goesOn(fault) {
      const reason = databaseFault(fault)
      full = reason instanceof DatabaseError && reason.code === 'database_full' ? reason : null
      const text = String(reason)
      if (told.has(text)) return
      told.add(text)
      tell(reason)
    },
    over() {
      told.clear()
      full = null
    },
    explained(fault) {
      const known = databaseFault(fault)
      const isAway = known instanceof DatabaseError && known.code === 'database_unavailable'
      return isAway && full !== null ? new DatabaseError('database_full', full.message, fault) : known
    },
  }
}
