import { isoDate } from '@portofino/market'
import { diagnostic } from '@portofino/strategy'
import type { Diagnostic } from '@portofino/strategy'
import type { PricedSubject } from '../grid/priced-subject.ts'
import type { Settlement } from '../grid/settlement.ts'
import type { Ledger } from '../ledger/ledger-plan.ts'
import type { RunPlan } from '../plan/run-plan.ts'

/** Every instrument of legs and benchmark that stopped trading and became cash before the run ended. */
export function settledSubjects(
  { priced }: RunPlan,
  { sessions }: Pick<Ledger, 'sessions'>,
): { subject: PricedSubject; settlement: Settlement }[] {
  return [...priced.values()].flatMap(({ subject, column: { settlement } }) => {
    return settlement === null || settlement.session >= sessions ? [] : [{ subject, settlement }]
  })
}

/** W213 for each of them. */
export function settlementNotes(run: RunPlan, ledger: Ledger): Diagnostic[] {
  return settledSubjects(run, ledger).map(({ subject: { history, span }, settlement }) => {
    const date = isoDate(settlement.delisting.day)
    return diagnostic('W213', { t: history.instrument.symbol, date, policy: 'cash' }, { span })
  })
}
