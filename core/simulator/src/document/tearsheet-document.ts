import { isoDate } from '@portofino/market'
import type { Drawdown } from '@portofino/metrics'
import type { Distribution, PeriodReturn, Tearsheet } from '../tearsheet.ts'
import { finiteNumber, wireNumber } from './wire-number.ts'

export interface TearsheetDocument {
  months: PeriodReturnDocument[]
  years: PeriodReturnDocument[]
  drawdowns: DrawdownDocument[]
  benchmark_drawdowns: DrawdownDocument[] | null
  best: ExtremesDocument
  worst: ExtremesDocument
  crises: CrisisDocument[]
  distribution: Distribution
  correlation: { labels: string[]; values: (number | null)[][] }
}

export interface PeriodReturnDocument {
  year: number
  /** Null for a year. */
  month: number | null
  from: string
  to: string
  return: number
  benchmark_return: number | null
  partial: boolean
}

export interface DrawdownDocument {
  peak: string
  trough: string
  recovery: string | null
  depth: number
  calendar_days: number
  sessions: number
  days_to_trough: number
}

export interface ExtremesDocument {
  day: { date: string; return: number } | null
  month: PeriodReturnDocument | null
  year: PeriodReturnDocument | null
}

export interface CrisisDocument {
  name: string
  from: string
  to: string
  return: number
  benchmark_return: number | null
  max_drawdown: number
}

/** All of the tearsheet but its rolling columns, which go with the series. */
export function tearsheetDocument(tearsheet: Tearsheet): TearsheetDocument {
  return {
    months: tearsheet.months.map(periodReturnDocument),
    years: tearsheet.years.map(periodReturnDocument),
    drawdowns: tearsheet.drawdowns.map(drawdownDocument),
    benchmark_drawdowns: tearsheet.benchmarkDrawdowns?.map(drawdownDocument) ?? null,
    best: extremesDocument(tearsheet.best),
    worst: extremesDocument(tearsheet.worst),
    crises: crisesDocument(tearsheet),
    distribution: distributionDocument(tearsheet.distribution),
    correlation: {
      labels: tearsheet.correlation.labels,
      values: tearsheet.correlation.values.map((row) => row.map(wireNumber)),
    },
  }
}

function periodReturnDocument(period: PeriodReturn): PeriodReturnDocument {
  return {
    year: period.year,
    month: period.month,
    from: isoDate(period.from),
    to: isoDate(period.to),
    return: finiteNumber(period.return, 'return'),
    benchmark_return: wireNumber(period.benchmarkReturn),
    partial: period.partial,
  }
}

function drawdownDocument(drawdown: Drawdown): DrawdownDocument {
  return {
    peak: isoDate(drawdown.peak),
    trough: isoDate(drawdown.trough),
    recovery: drawdown.recovery === null ? null : isoDate(drawdown.recovery),
    depth: finiteNumber(drawdown.depth, 'depth'),
    calendar_days: drawdown.calendarDays,
    sessions: drawdown.sessions,
    days_to_trough: drawdown.daysToTrough,
  }
}

function extremesDocument({ day, month, year }: Tearsheet['best']): ExtremesDocument {
  return {
    day: day === null ? null : { date: isoDate(day.day), return: finiteNumber(day.return, 'return') },
    month: month === null ? null : periodReturnDocument(month),
    year: year === null ? null : periodReturnDocument(year),
  }
}

function crisesDocument({ crises }: Tearsheet): CrisisDocument[] {
  return crises.map((crisis) => ({
    name: crisis.name,
    from: isoDate(crisis.from),
    to: isoDate(crisis.to),
    return: finiteNumber(crisis.return, 'return'),
    benchmark_return: wireNumber(crisis.benchmarkReturn),
    max_drawdown: finiteNumber(crisis.maximumDrawdown, 'drawdown'),
  }))
}

function distributionDocument({ edges, counts, mean, deviation }: Distribution): Distribution {
  return {
    edges: edges.map((edge) => finiteNumber(edge, 'edge')),
    counts,
    mean: wireNumber(mean),
    deviation: wireNumber(deviation),
  }
}
