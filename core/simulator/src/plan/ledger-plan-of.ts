import { noCosts } from '@portofino/rebalancing'
import type { Band, CostModel } from '@portofino/rebalancing'
import { instrumentKey } from '@portofino/strategy'
import type { Leg, Options, RebalanceRule } from '@portofino/strategy'
import { dueSessions } from '../grid/due-sessions.ts'
import type { DatedRule } from '../grid/due-sessions.ts'
import type { PriceColumn } from '../grid/price-column.ts'
import type { LedgerPlan, LedgerSettlement } from '../ledger/ledger-plan.ts'
import { accrualOf } from './accrual.ts'
import { openSessions } from './open-sessions.ts'
import { basisPointsNumber, percentNumber } from './percent.ts'
import type { RiskFreeRate } from './risk-free.ts'
import type { RunPlan } from './run-plan.ts'
import { targetStages } from './target-stages.ts'

/** A set of legs that is bought and kept by the run's rules: the portfolio, or the basket it is compared with. */
interface Holdings {
  legs: readonly Leg[]
  /** Signed, one a leg. */
  weights: readonly number[]
  /** Money at session 0. */
  capital: number
  isCharged: boolean
}

/** The plan of a run's ledger. Holdings are the legs but `$CASH`, in written order. */
export function ledgerPlanOf(run: RunPlan, holdings: Holdings, riskFree: RiskFreeRate): LedgerPlan {
  const { days } = run
  const { options } = run.portfolio
  const rules = options.rebalance?.value ?? []
  const risky = riskyHoldings(run, holdings)
  const columns = risky.map(({ column }) => column)
  const stages = targetStages(
    {
      targets: Float64Array.from(risky, ({ weight }) => weight),
      listed: columns.map((column) => column.listed),
      settled: columns.map(({ settlement }) => settlement?.session ?? Number.POSITIVE_INFINITY),
      isSpread: options.late?.value === 'spread',
    },
    days.length,
  )
  const due = dueSessions(days, rules.filter(isDated))
  for (const { listed } of columns) if (listed > 0 && listed < days.length) due[listed] = 1
  return {
    sessions: days.length,
    capital: holdings.capital,
    prices: columns.map((column) => column.closes),
    stages,
    settlements: settlementsOf(columns),
    due,
    bands: bandsOf(rules),
    watchesCash: risky.length < holdings.legs.length,
    open: openSessions(columns, days.length),
    costs: holdings.isCharged ? costModelOf(options) : noCosts,
    accrual: accrualOf(ratesOf(options), riskFree, days),
  }
}

function riskyHoldings({ priced }: RunPlan, { legs, weights }: Holdings): { column: PriceColumn; weight: number }[] {
  return legs.flatMap(({ subject }, i) =>
    subject.kind === 'cash' ? [] : [{ column: priced.get(instrumentKey(subject))!.column, weight: weights[i]! }],
  )
}

function settlementsOf(columns: readonly PriceColumn[]): LedgerSettlement[] {
  const settlements = columns.flatMap(({ settlement }, holding) => {
    return settlement === null ? [] : [{ session: settlement.session, holding }]
  })
  return settlements.toSorted((a, b) => a.session - b.session)
}

function isDated(rule: RebalanceRule[number]): rule is DatedRule {
  return rule.kind !== 'band'
}

function bandsOf(rules: RebalanceRule): Band[] {
  return rules.flatMap((rule) => {
    return rule.kind === 'band' ? [{ absolute: bandWidth(rule.absolute), relative: bandWidth(rule.relative) }] : []
  })
}

function bandWidth(percent: string | null): number {
  return percent === null ? Number.POSITIVE_INFINITY : percentNumber(percent)
}

function costModelOf({ cost, slip }: Options): CostModel {
  const commission = cost?.value
  return {
    rate: basisPointsNumber(commission?.bps ?? '0') + basisPointsNumber(slip?.value ?? '0'),
    perShare: Number(commission?.perShare ?? '0'),
    perOrder: Number(commission?.perOrder ?? '0'),
  }
}

const free = { percent: '0', overRiskFree: false }

function ratesOf({ cash, margin, borrow }: Options): Parameters<typeof accrualOf>[0] {
  return { cash: cash?.value.rate ?? free, margin: margin?.value ?? free, borrow: borrow?.value ?? free }
}
