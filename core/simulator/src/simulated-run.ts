import type { Day, Instrument } from '@portofino/market'
import type { Exposure } from '@portofino/metrics'
import type { Portfolio } from '@portofino/strategy'
import type { Delisting, Settlement } from './grid/settlement.ts'
import type { RunPeriod, Series } from './result.ts'

type PathSeries = Pick<Series, 'days' | 'value' | 'index' | 'returns' | 'drawdown' | 'cash'>

/** A run before anything is measured: what the ledger made of the plan, on the sessions it covered. A ruined run ends at its ruin. */
export interface SimulatedRun extends PathSeries {
  /** As resolved: absolute dates, known symbols. */
  portfolio: Portfolio
  period: RunPeriod
  status: 'ok' | 'ruined'
  /** Null unless ruined; the shortfall is positive money. */
  ruin: { day: Day; shortfall: number } | null
  /** Money at session 0. */
  capital: number
  /** Every leg trades every day; none does; some do, and their weekends fall into the next session. */
  grid: 'everyday' | 'weekdays' | 'mixed'
  /** After trades, as fractions of the value; zero at a ruin; shape [n + 1] each. */
  exposure: Exposure
  /** A yearly fraction, or each session's own return from the yield of the session before; shape [n]. */
  riskFree: number | Float64Array
  /** Null without `bench=`. */
  benchmark: SimulatedBenchmark | null
  /** In written order, `$CASH` included. */
  legs: SimulatedLeg[]
  /** Of each instrument that had any, in the order legs, benchmark, risk-free: sessions with a carried price while its market was open. */
  carried: { symbol: string; sessions: number }[]
  /** Of each instrument of legs and benchmark that stopped trading and became cash within the run. */
  delistings: { symbol: string; isLeg: boolean; delisting: Delisting }[]
  /** Traded value over twice the value before the trade, all trades but the first. */
  tradedShare: number
}

export interface SimulatedLeg {
  /** Null for `$CASH`. */
  instrument: Instrument | null
  side: 'L' | 'S'
  /** Signed, after `norm`; for `$CASH` its written share. */
  target: number
  /** The session of its first price: 0, unless it was listed later and `late` is `cash` or `spread`. */
  listed: number
  /** Null unless it stopped trading and became cash within the run. */
  settlement: Settlement | null
  /**
   * Its closes on the sessions, carried where its market was closed; before `listed` the first one, from a settlement on what that
   * paid; null for `$CASH`; shape [n + 1].
   */
  closes: Float64Array | null
  /** Signed fraction of value, after trades; cash over value for `$CASH`; shape [n + 1]. */
  weights: Float64Array
}

export interface SimulatedBenchmark {
  /** As printed in the command: `^GSPC`, `(SPY-L-60% AGG-L-40%)`. */
  label: string
  /** One, or those of a basket. */
  instruments: Instrument[]
  /** Null unless it is one instrument that stopped trading within the run; from the settlement on the index stands still. */
  settlement: Settlement | null
  /** As an index, 1 at session 0; shape [n + 1]. */
  index: Float64Array
  /** Shape [n + 1]. */
  drawdown: Float64Array
}
