import { diagnostic } from '@portofino/strategy'
import type { Diagnostic } from '@portofino/strategy'
import type { PricedSubject } from '../grid/priced-subject.ts'
import type { Ledger } from '../ledger/ledger-plan.ts'
import type { RunPlan } from '../plan/run-plan.ts'

/** Every instrument whose price was missing, with the number of sessions; a trade at the carried price of a closed market counts too. */
export function carriedPrices({ priced }: RunPlan, ledger: Ledger): { subject: PricedSubject; sessions: number }[] {
  return [...priced.values()].flatMap(({ subject, column }) => {
    const end = column.settlement?.session ?? ledger.sessions
    const isClosed = (session: number): boolean => column.open !== null && session < end && column.open[session] === 0
    const traded = subject.parts.has('leg') ? ledger.carriedTrades.filter(isClosed).length : 0
    const sessions = column.carried + traded
    return sessions === 0 ? [] : [{ subject, sessions }]
  })
}

/** W212 for each of them. */
export function carriedNotes(run: RunPlan, ledger: Ledger): Diagnostic[] {
  return carriedPrices(run, ledger).map(({ subject: { history, span }, sessions }) => {
    return diagnostic('W212', { t: history.instrument.symbol, n: sessions }, { span })
  })
}
