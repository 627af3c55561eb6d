import type { Rate } from '@portofino/strategy'
import type { Accrual } from '../ledger/ledger-plan.ts'
import { percentNumber } from './percent.ts'
import type { RiskFreeRate } from './risk-free.ts'

interface Rates {
  cash: Rate
  margin: Rate
  borrow: Rate
}

/** What money earns and costs between sessions: the rate in force at the earlier one, by calendar days, a year of 365. Null when all is free. */
export function accrualOf({ cash, margin, borrow }: Rates, riskFree: RiskFreeRate, days: Int32Array): Accrual | null {
  if ([cash, margin, borrow].every((rate) => isZero(rate, riskFree))) return null
  const perSession = (rate: Rate): Float64Array => sessionRates(rate, riskFree, days)
  return { cash: perSession(cash), margin: perSession(margin), borrow: perSession(borrow) }
}

function isZero({ percent, overRiskFree }: Rate, riskFree: RiskFreeRate): boolean {
  if (overRiskFree && riskFree.kind === 'yields') return false
  return percentNumber(percent) + (overRiskFree && riskFree.kind === 'rate' ? riskFree.rate : 0) === 0
}

function sessionRates({ percent, overRiskFree }: Rate, riskFree: RiskFreeRate, days: Int32Array): Float64Array {
  const spread = percentNumber(percent)
  const yearly = (session: number): number => {
    if (!overRiskFree) return spread
    return spread + (riskFree.kind === 'rate' ? riskFree.rate : riskFree.percent[session]! / 100)
  }
  const rates = new Float64Array(days.length)
  for (let t = 1; t < days.length; t++) rates[t] = (yearly(t - 1) * (days[t]! - days[t - 1]!)) / 365
  return rates
}
