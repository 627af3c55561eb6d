import { tradingCalendar } from '@portofino/market'
import type { Day } from '@portofino/market'
import type { MarketDays } from './market-days.ts'
import { daysWithin, unionOfDays } from './sorted-days.ts'

/** The sessions on which a portfolio is looked at. */
export interface Grid {
  days: Int32Array
  kind: 'everyday' | 'weekdays' | 'mixed'
  /** Sessions a year: 365 where every leg's market trades every day, else 252. */
  periodsPerYear: 252 | 365
}

/**
 * Days of the range on which at least one leg's market was open. Markets that trade every day add no session to those of
 * five-day markets; with nothing else, or with cash alone, every day is one.
 *
 * @param markets of the legs; benchmark and risk-free rate follow the grid
 */
export function sessionGrid(markets: readonly MarketDays[], { from, to }: { from: Day; to: Day }): Grid {
  const weekdayMarkets = markets.filter((market) => !market.tradesEveryDay)
  if (weekdayMarkets.length === 0) {
    return { days: tradingCalendar('everyday')!.sessions(from, to), kind: 'everyday', periodsPerYear: 365 }
  }
  const sessions = new Set(weekdayMarkets.map((market) => market.sessions))
  const days = unionOfDays([...sessions].map((each) => daysWithin(each, from, to)))
  return { days, kind: weekdayMarkets.length === markets.length ? 'weekdays' : 'mixed', periodsPerYear: 252 }
}
