import { isOutsideBand } from '@portofino/rebalancing'
import type { Ledger, LedgerPlan } from './ledger-plan.ts'
import { openAccount, openBook, tradeAt } from './book.ts'
import type { Book } from './book.ts'
import { markThrough } from './mark.ts'
import { settleAt } from './settle.ts'

/** Sessions that a trade waits for closed markets at most. */
const longestWait = 5

/** Looks at a run from outside while it goes on. */
export interface LedgerWatch {
  onSession(done: number): void
  isCanceled(): boolean
}

export type LedgerOutcome =
  | { kind: 'finished'; ledger: Ledger }
  | { kind: 'unsolved' | 'outgrown'; session: number }
  | { kind: 'canceled' }

/**
 * Walks a plan from its first purchase to its last session or its ruin: from stop to stop, where a stop is a session that
 * may trade or settle. Between two stops units do not change, so whole columns are marked at once.
 */
export function runLedger(plan: LedgerPlan, watch?: LedgerWatch): LedgerOutcome {
  const book = openBook(plan)
  openAccount(book)
  if (!tradeAt(book, 0)) return { kind: 'unsolved', session: 0 }
  const last = plan.sessions - 1
  let session = 0
  while (session < last) {
    const stop = nextStop(book, session)
    const marked = markThrough(book, { from: session, to: stop })
    if (marked === 'ruined') break
    if (marked !== 'marked') return { kind: 'outgrown', session: marked.outgrownAt }
    session = stop
    if (session === nextSettlement(book)) settleAt(book, session)
    if (isTradeSession(book, session) && !tradeAt(book, session)) return { kind: 'unsolved', session }
    if (watch !== undefined) {
      watch.onSession(session + 1)
      if (watch.isCanceled()) return { kind: 'canceled' }
    }
  }
  return { kind: 'finished', ledger: closeBook(book) }
}

function nextStop(book: Book, session: number): number {
  const { plan, pendingSince } = book
  if (plan.bands.length > 0 || pendingSince >= 0 || plan.due[session + 1] === 1) return session + 1
  const due = plan.due.indexOf(1, session + 1)
  return Math.min(due < 0 ? plan.sessions - 1 : due, nextSettlement(book))
}

/** Infinity when none is left. */
function nextSettlement({ plan, settled }: Book): number {
  return plan.settlements[settled]?.session ?? Number.POSITIVE_INFINITY
}

/** Decides at this session, or executes what waits for its markets; one decision at a time. */
function isTradeSession(book: Book, session: number): boolean {
  const { plan } = book
  if (book.pendingSince < 0) {
    if (plan.due[session] !== 1 && !hasDrifted(book, session)) return false
    book.pendingSince = session
  }
  const isOpen = plan.open === null || plan.open[session] === 1
  if (!isOpen && session - book.pendingSince < longestWait) return false
  if (!isOpen) book.carriedTrades.push(session)
  book.pendingSince = -1
  return true
}

function hasDrifted({ plan, weights, value, cash, problem, watched }: Book, session: number): boolean {
  if (plan.bands.length === 0) return false
  const total = value[session]!
  const { holdings } = problem
  for (let i = 0; i < holdings.length; i++) weights[i] = holdings[i]! / total
  if (plan.watchesCash) weights[holdings.length] = cash[session]! / total
  return plan.bands.some((band) => isOutsideBand(band, weights, watched))
}

function closeBook(book: Book): Ledger {
  const { sessions, value, cash, long, short, interest, trades, shortfall, carriedTrades } = book
  const covered = (values: Float64Array): Float64Array => (sessions === values.length ? values : values.subarray(0, sessions))
  return {
    sessions,
    value: covered(value),
    cash: covered(cash),
    long: covered(long),
    short: covered(short),
    interest: interest === null ? null : covered(interest),
    trades,
    shortfall,
    carriedTrades,
  }
}
