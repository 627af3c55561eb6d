import { MarketDataError } from '@portofino/market-data'
import { Problem } from '../problem.ts'

/** Statement time-outs, lost races between transactions, no lock left, a table that a newer version changed: PostgreSQL's own codes. */
const overloaded = new Set(['57014', '40001', '40P01', '55P03', '53400', '0A000'])

/** A problem with 503 for faults of the world that pass; null for anything else. */
export function worldFault(thrown: unknown): Problem | null {
  for (const fault of causes(thrown)) {
    if (fault instanceof MarketDataError) return pricesFault(fault)
    const problem = 'code' in fault ? passingFault(String(fault.code), thrown) : null
    if (problem !== null) return problem
  }
  return null
}

function passingFault(code: string, cause: unknown): Problem | null {
  if (code === 'database_full' || code === 'ENOSPC') {
    const detail = 'The disk of the server is full, so nothing can be stored; what was accepted before is kept.'
    return new Problem('storage_full', { detail, retryAfter: 60, cause })
  }
  if (code === 'database_unavailable') {
    const detail = 'The database does not answer at the moment; nothing that was accepted is lost. Try again shortly.'
    return new Problem('database_unavailable', { detail, retryAfter: 2, cause })
  }
  if (!overloaded.has(code)) return null
  return new Problem('busy', { detail: 'The server is busy; try again shortly.', retryAfter: 2, cause })
}

function pricesFault(fault: MarketDataError): Problem {
  const detail = fault.message.replace(/\.?$/, '.')
  return new Problem('prices_unavailable', { detail, retryAfter: (fault.retryAfterMs ?? 10_000) / 1000, cause: fault })
}

function causes(thrown: unknown): Error[] {
  const found: Error[] = []
  for (let fault = thrown; fault instanceof Error && found.length < 5; fault = fault.cause) {
    found.push(fault)
    if (fault instanceof AggregateError) found.push(...fault.errors.filter((each) => each instanceof Error))
  }
  return found
}
