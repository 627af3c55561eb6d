import type { CorporateAction } from './corporate-action.ts'

/** What one share of the session before has become by the splits and dividends of a session. */
export interface Holding {
  shares: number
  paid: number
}

/** By the position of the session, where it has a split or dividend. One between two sessions counts in the next. */
export function holdingsByAction(days: Int32Array, actions: readonly CorporateAction[]): Map<number, Holding> {
  const holdings = new Map<number, Holding>()
  let t = 0
  for (const action of actions.toSorted(byDaySplitsFirst)) {
    while (t < days.length && days[t]! < action.day) t++
    const isCounted = action.type === 'split' || action.type === 'dividend'
    if (isCounted && t > 0 && t < days.length) holdings.set(t, after(action, holdings.get(t) ?? { shares: 1, paid: 0 }))
  }
  return holdings
}

function after(action: CorporateAction, { shares, paid }: Holding): Holding {
  if (action.type === 'split') return { shares: shares * action.ratio, paid }
  return action.type === 'dividend' ? { shares, paid: paid + shares * action.amount } : { shares, paid }
}

/** Of one day, the split is in force from the open, so the dividend is in new shares. */
function byDaySplitsFirst(a: CorporateAction, b: CorporateAction): number {
  return a.day - b.day || Number(b.type === 'split') - Number(a.type === 'split')
}
