import { suspicions, type PriceHistory, type Suspicion } from '@portofino/market'
import { closesOf } from './store/merged-history.ts'

/** What a person should look at, oldest first. Near zero a yield moves by multiples and stands still for weeks: none of that is odd. */
export function historySuspicions(history: PriceHistory): Suspicion[] {
  const { instrument, actions, leftOut = [] } = history
  const found = instrument.returns === 'yield' ? [] : suspicions(closesOf(history), actions)
  return [...leftOut, ...found].toSorted((a, b) => a.day - b.day)
}
