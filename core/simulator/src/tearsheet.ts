import type { Day } from '@portofino/market'

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
  from: Day
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

export interface Drawdown {
  peak: Day
  trough: Day
  /** Null while open. */
  recovery: Day | null
  /** Negative fraction. */
  depth: number
  /** From peak to recovery, or to the last session while open. */
  calendarDays: number
  sessions: number
  /** From peak to trough. */
  daysToTrough: number
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
  maximumDrawdown: number
}

export interface Distribution {
  /** Shape [k + 1]. */
  edges: number[]
  /** Shape [k]; edges[i] <= r < edges[i + 1], the last bin closed. */
  counts: number[]
  mean: number | null
  deviation: number | null
}
