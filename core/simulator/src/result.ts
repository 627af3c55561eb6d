import type { Measures } from '@portofino/metrics'
import type { Day } from '@portofino/market'
import type { Diagnostic } from '@portofino/strategy'
import type { Tearsheet } from './tearsheet.ts'

/** What became of a run. A fault is a value: only a caller's mistake throws. */
export type SimulationOutcome =
  | { status: 'ok' | 'ruined'; result: SimulationResult }
  /** The command and the prices do not go together: E302 and on. */
  | { status: 'failed'; diagnostics: Diagnostic[] }
  | { status: 'canceled' }

/** A full, explained result. Arrays of shape [n + 1] have one entry a session, from the first purchase on. */
export interface SimulationResult {
  /** Canonical text. */
  command: string
  /** SHA-256 in hex of the canonical text. */
  hash: string
  engineVersion: string
  data: DataStamp
  status: 'ok' | 'ruined'
  period: RunPeriod
  /** Every row, whether written or default, in the order of the policy table. */
  policies: Policy[]
  /** Warnings and notes, of the command and of the prices. */
  notes: Diagnostic[]
  metrics: Measures
  /** Null without `bench=`. */
  benchmark: BenchmarkResult | null
  series: Series
  legs: LegResult[]
  trades: Trade[]
  attribution: Attribution
  tearsheet: Tearsheet
  /** Null unless ruined. */
  ruin: { day: Day; shortfall: number } | null
}

export interface DataStamp {
  /** SHA-256 in hex over the symbols and versions of all prices used. */
  version: string
  source: string
  asOf: string
}

export interface RunPeriod {
  from: Day
  to: Day
  /** n + 1. */
  sessions: number
  requestedFrom: Day
  requestedTo: Day
  /** Sessions a year, A. */
  periodsPerYear: number
  /** The symbol whose prices moved the start or the end; null when they stand where the calendar or ruin puts them. */
  startMovedBy: string | null
  endMovedBy: string | null
}

export interface Policy {
  /** Key of the language (`rebalance`), or a word for what has no key (`grid`, `ruin`). */
  id: string
  /** As resolved: `monthly`, `5bps`, `clip`. */
  value: string
  /** One sentence: what it did in this run. */
  meaning: string
  isDefault: boolean
}

export interface BenchmarkResult {
  /** As printed in the command: `^GSPC`, `(SPY-L-60% AGG-L-40%)`. */
  label: string
  /** False for a price index: without dividends. */
  totalReturn: boolean
  /** Of the benchmark itself; those relative to a benchmark are null. */
  metrics: Measures
}

/** All of shape [n + 1] except where said. */
export interface Series {
  days: Int32Array
  /** Money, after trades (session 0: before the first purchase's cost). */
  value: Float64Array
  /** Value over capital, flows removed. */
  index: Float64Array
  /** Shape [n]; entry t is the return of session t + 1. */
  returns: Float64Array
  /** Zero or negative, as a fraction of the highest value so far. */
  drawdown: Float64Array
  /** Money, after trades. */
  cash: Float64Array
  gross: Float64Array
  net: Float64Array
  /** Per leg, after trades, as a signed fraction of value. */
  weights: Float64Array[]
  /** Null without a benchmark; as an index. */
  benchmark: Float64Array | null
  benchmarkDrawdown: Float64Array | null
}

export interface LegResult {
  /** Null for `$CASH`. */
  symbol: string | null
  name: string
  side: 'L' | 'S'
  /** Signed, after `norm`. */
  target: number
  firstWeight: number
  lastWeight: number
  minWeight: number
  maxWeight: number
  meanWeight: number
  /** Of the instrument itself over the run, not of the position. */
  ownReturn: number | null
}

export interface Trade {
  day: Day
  /** Position in `legs`. */
  leg: number
  /** Signed. */
  units: number
  price: number
  /** Signed, money. */
  value: number
  cost: number
}

/** Sums to total return: no residual row. */
export interface Attribution {
  rows: AttributionRow[]
  /** Contributions in the order of `rows`. */
  years: { year: number; partial: boolean; contributions: number[]; total: number }[]
  months: { year: number; month: number; partial: boolean; contributions: number[]; total: number }[]
}

export interface AttributionRow {
  kind: 'leg' | 'interest' | 'costs' | 'shortfall'
  /** Position in `legs`; null for the other kinds. */
  leg: number | null
  label: string
  contribution: number
}
