import type { TaskErrorCode } from '@portofino/contract'
import { DatabaseError } from '@portofino/database'
import { Interruption } from '@portofino/jobs'
import { MarketDataError } from '@portofino/market-data'
import type { DiagnosticDocument } from '@portofino/simulator'

/** Why a task failed, as its message says. */
export interface TaskError {
  code: TaskErrorCode
  detail: string
  diagnostics?: DiagnosticDocument[]
}

/** Lost races between transactions: serialization, deadlock, a result that was just removed as unused, a number that was given twice, a schema that was just changed. */
const lostRaces = new Set(['40001', '40P01', '23503', '23505', '0A000'])

/** Whether the same may succeed a little later. */
export function isPassing(fault: unknown): boolean {
  if (fault instanceof MarketDataError) return fault.code === 'rate_limited' || fault.code === 'unavailable'
  if (fault instanceof DatabaseError) return fault.code === 'database_unavailable' || fault.code === 'database_full'
  return fault instanceof Error && 'code' in fault && lostRaces.has(String(fault.code))
}

const databaseErrors = {
  database_full: { code: 'database_full', detail: 'The disk of the server was full for too long. Please run it again later.' },
  database_unavailable: { code: 'database_unavailable', detail: 'The database was away for too long. Please run it again.' },
} as const satisfies Partial<Record<TaskErrorCode, TaskError>>

/** What its owner may know: never a stack, SQL or path. */
export function taskErrorOf(fault: unknown): TaskError {
  if (fault instanceof MarketDataError) return { code: `prices_${fault.code}`, detail: fault.message }
  if (fault instanceof DatabaseError)
    return databaseErrors[fault.code === 'database_full' ? 'database_full' : 'database_unavailable']
  if (fault instanceof Interruption) {
    return { code: 'interrupted', detail: 'The server stopped at every attempt to run this. Please tell whoever runs it.' }
  }
  return { code: 'internal', detail: 'A fault of the server; it is in its log. Please tell whoever runs it.' }
}

/** Why a task waits to try again, once `isPassing`: it has not ended, so nobody is asked to do anything. */
export function waitReasonOf(fault: unknown): string {
  if (fault instanceof MarketDataError) return fault.message
  if (!(fault instanceof DatabaseError)) return 'Others wrote at the same moment.'
  return fault.code === 'database_full' ? 'The disk of the server is full.' : 'The database is away.'
}
