import type { CorporateAction, Day } from '@portofino/market'
import type { PricedSubject } from './priced-subject.ts'
import { firstOnOrAfter } from './sorted-days.ts'

export type Delisting = Extract<CorporateAction, { type: 'delisting' }>

/** Where units of a delisted leg, or the value of a delisted benchmark, become cash. */
export interface Settlement {
  /** The run's first session after the delisting. */
  session: number
  delisting: Delisting
}

/** The first delisting on the day or after it; null for a mere risk-free rate: nobody holds a yield, so nothing is paid out. */
export function delistingFrom({ parts, history }: PricedSubject, day: Day): Delisting | null {
  if (!parts.has('leg') && !parts.has('benchmark')) return null
  return history.actions.find((action): action is Delisting => action.type === 'delisting' && action.day >= day) ?? null
}

/** Null where the delisting lies before the sessions, or none follows it. */
export function settlementWithin(days: Int32Array, delisting: Delisting | null): Settlement | null {
  if (delisting === null || delisting.day < days[0]!) return null
  const session = firstOnOrAfter(days, delisting.day + 1)
  return session < days.length ? { session, delisting } : null
}
