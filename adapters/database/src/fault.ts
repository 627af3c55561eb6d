import { DatabaseError } from './database-error.ts'

/** Of the operating system and of PostgreSQL (https://www.postgresql.org/docs/current/errcodes-appendix.html). */
const unavailable = new Set(
  [
    'ECONNREFUSED ECONNRESET ENOENT EPIPE ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN',
    // The statement took too long; shut down by the operator, by a crash; not yet up; the database dropped; idle for too long.
    '57014 57P01 57P02 57P03 57P04 57P05',
    // Too many connections, out of memory; the connection itself.
    '53300 53200 08000 08001 08003 08004 08006',
  ].flatMap((codes) => codes.split(' ')),
)
const full = new Set(['53100', 'ENOSPC', 'EDQUOT'])

/** What the driver says without a code when a connection cannot be made or ends under it. */
const lostConnection =
  /^(Connection terminated|Connection ended unexpectedly|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Client network socket disconnected)/

/** The driver's fault as ours where the database is away or full; anything else, such as a broken constraint, as it is. */
export function databaseFault(fault: unknown): unknown {
  if (!(fault instanceof Error) || fault instanceof DatabaseError) return fault
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : ''
  if (full.has(code)) return new DatabaseError('database_full', 'The disk of the database is full.', fault)
  if (unavailable.has(code) || lostConnection.test(fault.message)) {
    return new DatabaseError('database_unavailable', 'The database does not answer.', fault)
  }
  return fault
}
