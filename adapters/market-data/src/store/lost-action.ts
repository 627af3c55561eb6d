import type { CorporateAction, PriceHistory } from '@portofino/market'
import { closesOf } from './merged-history.ts'

/** A provider may correct the day of an event by so much. */
const movedDays = 10

/**
 * The first stored split or dividend that a later fetch of the same days has lost, or null. Providers under load send prices without events,
 * and nothing else in such a reply is wrong; nobody ever takes a dividend back.
 */
export function lostAction(stored: PriceHistory, fetched: PriceHistory): CorporateAction | null {
  const { days } = closesOf(fetched)
  const [first, last] = [days[0] ?? Infinity, days.at(-1) ?? -Infinity]
  const lost = stored.actions.find(
    ({ type, day }) =>
      (type === 'split' || type === 'dividend') &&
      day > first &&
      day <= last &&
      !fetched.actions.some((action) => action.type === type && Math.abs(action.day - day) <= movedDays),
  )
  return lost ?? null
}
