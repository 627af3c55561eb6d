import { Problem } from '../problem.ts'

/** Seconds until trying again makes sense. */
const soon = 2

/** PostgreSQL's and the system's own codes for "not reachable now". */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'database_unavailable',
])
const full = new Set(['ENOSPC', 'EDQUOT', '53100', 'database_full'])
/** Statement time-outs, lost races between transactions, no memory or lock left. */
const overloaded = new Set(['57014', '40001', '40P01', '55P03', '53200', '53400'])

/** A problem with 503 for faults of the world that pass; null for anything else. */
export function worldFault(thrown: unknown): Problem | null {
  for (const fault of causes(thrown)) {
    const code = 'code' in fault ? String(fault.code) : ''
    if (full.has(code)) {
      return new Problem('storage_full', {
        detail: 'The disk of the server is full, so nothing can be stored; what was accepted before is kept.',
        retryAfter: 60,
        cause: thrown,
      })
    }
    if (unreachable.has(code) || code.startsWith('08') || isLostConnection(fault, code)) {
      return new Problem('database_unavailable', {
        detail: 'The database does not answer at the moment; nothing that was accepted is lost. Try again shortly.',
        retryAfter: soon,
        cause: thrown,
      })
    }
    if (overloaded.has(code)) {
      return new Problem('busy', { detail: 'The server is busy; try again shortly.', retryAfter: soon, cause: thrown })
    }
  }
  return null
}

/** The driver words these without a code of their own. */
function isLostConnection(fault: Error, code: string): boolean {
  // The embedded server's socket is a file; any other missing file is another matter.
  if (code === 'ENOENT') return 'syscall' in fault && fault.syscall === 'connect'
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/.test(
    fault.message,
  )
}

function causes(thrown: unknown): Error[] {
  const found: Error[] = []
  for (let fault = thrown; fault instanceof Error && found.length < 5; fault = fault.cause) {
    found.push(fault)
    if (fault instanceof AggregateError) found.push(...fault.errors.filter((each) => each instanceof Error))
  }
  return found
}
