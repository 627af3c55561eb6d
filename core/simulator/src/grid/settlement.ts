import type { CorporateAction, Day } from '@portofino/market'
import type { PricedSubject } from './priced-subject.ts'
import { firstOnOrAfter } from './sorted-days.ts'

export type Delisting = Extract<CorporateAction, { type: 'delisting' }>

/** Where the units of a delisted leg become cash. */
export interface Settlement {
  /** The run's first session after the delisting. */
  session: number
  delisting: Delisting
}

/** The first delisting on the day or after it; null where the subject is no mere leg: what a run is measured by cannot turn into cash. */
export function delistingFrom({ parts, history }: PricedSubject, day: Day): Delisting | null {
  if (parts.size > 1 || !parts.has('leg')) return null
  return history.actions.find((action): action is Delisting => action.type === 'delisting' && action.day >= day) ?? null
}

/** Null where the delisting lies before the sessions, or none follows it. */
export function settlementWithin(days: Int32Array, delisting: Delisting | null): Settlement | null {
  if (delisting === null || delisting.day < days[0]!) return null
  const session = firstOnOrAfter(days, delisting.day + 1)
  return session < days.length ? { session, delisting } : null
}
