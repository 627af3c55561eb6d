import { drawdownSeries, simpleReturns } from '@portofino/metrics'
import { instrumentKey } from '@portofino/strategy'
import type { Ledger, LedgerPlan } from '../ledger/ledger-plan.ts'
import type { RiskFreeRate } from '../plan/risk-free.ts'
import { riskFreeReturns } from '../plan/risk-free.ts'
import type { RunPlan } from '../plan/run-plan.ts'
import type { SimulatedBenchmark, SimulatedLeg, SimulatedRun } from '../simulated-run.ts'
import { carriedPrices } from './carried-prices.ts'
import { exposureOf } from './exposure.ts'
import { holdingWeights } from './holding-weights.ts'
import { netValue } from './net-value.ts'
import { settledSubjects } from './settled-subjects.ts'
import { toIndex } from './to-index.ts'

/** A walked plan and what it was walked with. */
export interface LedgerRun {
  run: RunPlan
  /** Signed targets of all legs, `$CASH` included. */
  weights: readonly number[]
  riskFree: RiskFreeRate
  plan: LedgerPlan
  ledger: Ledger
  benchmark: SimulatedBenchmark | null
}

export function simulatedRunOf(walked: LedgerRun): SimulatedRun {
  const { run, plan, ledger, riskFree, benchmark } = walked
  const days = run.days.subarray(0, ledger.sessions)
  const net = netValue(ledger)
  const exposure = exposureOf(ledger, net)
  const index = toIndex(ledger.value)
  const lastDay = days[days.length - 1]!
  const isRuined = ledger.shortfall !== null
  const endMovedBy = isRuined ? null : run.period.endMovedBy
  const yields = riskFreeReturns(riskFree, run.period.periodsPerYear)
  return {
    portfolio: run.portfolio,
    period: { ...run.period, to: lastDay, sessions: days.length, endMovedBy },
    status: isRuined ? 'ruined' : 'ok',
    ruin: ledger.shortfall === null ? null : { day: lastDay, shortfall: ledger.shortfall },
    capital: plan.capital,
    grid: run.grid,
    days,
    value: ledger.value,
    index,
    returns: simpleReturns(index),
    drawdown: drawdownSeries(index),
    cash: ledger.cash,
    exposure,
    riskFree: typeof yields === 'number' ? yields : yields.subarray(0, days.length - 1),
    benchmark,
    legs: simulatedLegs(walked, holdingWeights(plan, ledger, net), exposure.cash),
    carried: carriedPrices(run, ledger).map(({ subject, sessions }) => ({ symbol: subject.history.instrument.symbol, sessions })),
    delistings: settledSubjects(run, ledger).map(delistingOf),
    tradedShare: tradedShareOf(ledger),
  }
}

function simulatedLegs({ run, weights, ledger }: LedgerRun, holdings: Float64Array[], cash: Float64Array): SimulatedLeg[] {
  let holding = 0
  return run.portfolio.legs.map(({ subject, side }, i) => {
    const target = weights[i]!
    if (subject.kind === 'cash') {
      return { instrument: null, side, target, listed: 0, settlement: null, closes: null, weights: cash }
    }
    const { subject: priced, column } = run.priced.get(instrumentKey(subject))!
    const closes = column.closes.subarray(0, ledger.sessions)
    const own = holdings[holding]!
    holding += 1
    const { listed } = column
    const settlement = column.settlement !== null && column.settlement.session < ledger.sessions ? column.settlement : null
    return { instrument: priced.history.instrument, side, target, listed, settlement, closes, weights: own }
  })
}

function delistingOf({ subject, settlement }: ReturnType<typeof settledSubjects>[number]): SimulatedRun['delistings'][number] {
  return { symbol: subject.history.instrument.symbol, isLeg: subject.parts.has('leg'), delisting: settlement.delisting }
}

function tradedShareOf({ trades }: Ledger): number {
  let share = 0
  for (let trade = 1; trade < trades.count; trade++) share += trades.traded[trade]! / (2 * trades.valueBefore[trade]!)
  return share
}
