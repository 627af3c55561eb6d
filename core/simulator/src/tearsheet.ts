import type { Day } from '@portofino/market'
import type { Drawdown } from '@portofino/metrics'

export type { Drawdown }

/** The numbers of the tearsheet besides metrics, series and attribution. Returns are fractions. */
export interface Tearsheet {
  months: PeriodReturn[]
  years: PeriodReturn[]
  /** The ten deepest, deepest first. */
  drawdowns: Drawdown[]
  benchmarkDrawdowns: Drawdown[] | null
  best: { day: DatedReturn | null; month: PeriodReturn | null; year: PeriodReturn | null }
  worst: { day: DatedReturn | null; month: PeriodReturn | null; year: PeriodReturn | null }
  rolling: RollingWindow[]
  crises: CrisisWindow[]
  distribution: Distribution
  /** Pearson, of daily returns, legs with a price first, then the benchmark. Null where undefined. */
  correlation: { labels: string[]; values: (number | null)[][] }
}

export interface PeriodReturn {
  year: number
  /** 1 to 12; null for a year. */
  month: number | null
  /** The return goes from the close of this session, the last one before the period or the run's first, */
  from: Day
  /** to the close of this one. */
  to: Day
  return: number
  benchmarkReturn: number | null
  /** The run covers only part of it. */
  partial: boolean
}

export interface DatedReturn {
  day: Day
  return: number
}

/** Looks back `sessions` returns; entry i belongs to session `sessions + i`. Null entries are undefined. */
export interface RollingWindow {
  months: 6 | 12
  sessions: number
  days: Int32Array
  sharpe: (number | null)[]
  volatility: (number | null)[]
  beta: (number | null)[] | null
}

export interface CrisisWindow {
  name: string
  from: Day
  to: Day
  return: number
  benchmarkReturn: number | null
  /** Positive fraction, within the window. */
  maximumDrawdown: number
}

export interface Distribution {
  /** Shape [k + 1]; empty for a run without returns. */
  edges: number[]
  /** Shape [k]; edges[i] <= r < edges[i + 1], the last bin closed. */
  counts: number[]
  mean: number | null
  deviation: number | null
}
