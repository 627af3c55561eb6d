import { isoDate } from '@portofino/market'
import type { Series } from '../result.ts'
import type { RollingWindow } from '../tearsheet.ts'
import { finiteColumn, finiteNumber, wireNumber } from './wire-number.ts'

/** The series as columns, one entry a session, `returns` from the second one on. */
export interface SeriesDocument {
  dates: string[]
  /** Money. */
  value: number[]
  index: number[]
  returns: number[]
  drawdown: number[]
  /** Money. */
  cash: number[]
  gross: number[]
  net: number[]
  /** One column a leg, in the order of `legs`. */
  weights: number[][]
  benchmark: number[] | null
  benchmark_drawdown: number[] | null
  rolling: RollingDocument[]
}

/** Entry i belongs to `dates[sessions + i]`. */
export interface RollingDocument {
  months: 6 | 12
  sessions: number
  sharpe: (number | null)[]
  volatility: (number | null)[]
  beta: (number | null)[] | null
}

/** The original system's form of the series: by date. */
export interface LegacySeriesDocument {
  /** Money, first session included. */
  portfolio_value: Record<string, number>
  /** From the second session on. */
  daily_returns: Record<string, number>
  /** Growth since the first session, which has 0. */
  cumulative_returns: Record<string, number>
}

export function seriesDocument(series: Series, rolling: readonly Omit<RollingWindow, 'days'>[]): SeriesDocument {
  return {
    dates: Array.from(series.days, isoDate),
    value: finiteColumn(series.value, 'value'),
    index: finiteColumn(series.index, 'index'),
    returns: finiteColumn(series.returns, 'return'),
    drawdown: finiteColumn(series.drawdown, 'drawdown'),
    cash: finiteColumn(series.cash, 'cash'),
    gross: finiteColumn(series.gross, 'gross exposure'),
    net: finiteColumn(series.net, 'net exposure'),
    weights: series.weights.map((column) => finiteColumn(column, 'weight')),
    benchmark: series.benchmark && finiteColumn(series.benchmark, 'benchmark'),
    benchmark_drawdown: series.benchmarkDrawdown && finiteColumn(series.benchmarkDrawdown, 'drawdown'),
    rolling: rolling.map(rollingDocument),
  }
}

export function legacySeriesDocument(series: Series): LegacySeriesDocument {
  const document: LegacySeriesDocument = { portfolio_value: {}, daily_returns: {}, cumulative_returns: {} }
  for (const [session, day] of series.days.entries()) {
    const date = isoDate(day)
    document.portfolio_value[date] = finiteNumber(series.value[session]!, 'value')
    if (session > 0) document.daily_returns[date] = finiteNumber(series.returns[session - 1]!, 'return')
    document.cumulative_returns[date] = finiteNumber(series.index[session]! - 1, 'index')
  }
  return document
}

function rollingDocument({ months, sessions, sharpe, volatility, beta }: Omit<RollingWindow, 'days'>): RollingDocument {
  return {
    months,
    sessions,
    sharpe: sharpe.map(wireNumber),
    volatility: volatility.map(wireNumber),
    beta: beta && beta.map(wireNumber),
  }
}
