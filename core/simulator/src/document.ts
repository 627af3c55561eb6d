import { isoDate } from '@portofino/market'
import { benchmarkDocument } from './document/benchmark-document.ts'
import type { BenchmarkDocument } from './document/benchmark-document.ts'
import { diagnosticDocument } from './document/diagnostic-document.ts'
import type { DiagnosticDocument } from './document/diagnostic-document.ts'
import { holdingsDocument } from './document/holdings-document.ts'
import type { HoldingsDocument, TradeDocument } from './document/holdings-document.ts'
import { measuresDocument } from './document/measures-document.ts'
import type { MeasuresDocument } from './document/measures-document.ts'
import { periodDocument } from './document/period-document.ts'
import type { PeriodDocument } from './document/period-document.ts'
import type { LegacySeriesDocument, SeriesDocument } from './document/series-document.ts'
import { seriesParts, seriesPartsDocument } from './document/series-parts.ts'
import { tearsheetDocument } from './document/tearsheet-document.ts'
import type { TearsheetDocument } from './document/tearsheet-document.ts'
import { finiteNumber } from './document/wire-number.ts'
import type { SimulationResult } from './result.ts'

/**
 * A result as it goes over the wire: plain JSON in snake_case, ISO 8601 dates, null for a number that is undefined.
 * Reading what `JSON.stringify` wrote gives an equal document.
 */
export interface ResultDocument extends MeasuresDocument, HoldingsDocument, Partial<LegacySeriesDocument> {
  command: string
  hash: string
  engine_version: string
  data_version: string
  data_source: string
  data_as_of: string
  status: 'ok' | 'ruined'
  period: PeriodDocument
  policies: { id: string; value: string; meaning: string; is_default: boolean }[]
  notes: DiagnosticDocument[]
  /** These three are also metrics; at the top as the original system had them. */
  cagr: number | null
  sharpe: number | null
  /** Positive. */
  max_drawdown: number | null
  benchmark: BenchmarkDocument | null
  tearsheet: TearsheetDocument
  ruin: { date: string; shortfall: number } | null
  /** Only when asked for, as are `trades`, `portfolio_value`, `daily_returns` and `cumulative_returns`. */
  series?: SeriesDocument
  trades?: TradeDocument[]
}

/**
 * The wire form of a result, with everything by session only if `series` is true.
 *
 * ```ts
 * import { createHash } from 'node:crypto'
 * import { parse } from '@portofino/strategy'
 * const coin = { symbol: 'COIN', name: 'Coin', market: null, calendar: 'everyday', currency: 'USD', first: null, last: null }
 * const adjusted = { days: Int32Array.of(18_262, 18_263, 18_264), closes: Float64Array.of(100, 80, 120) }
 * const stamp = { source: 'example', asOf: '2020-01-03', version: 'a' }
 * const history = { instrument: { ...coin, returns: 'total' as const }, adjusted, raw: null, actions: [], ...stamp }
 * const outcome = simulate({
 *   program: parse('COIN-L-100% 2020-01-01 2020-01-03').ast!,
 *   histories: new Map([['COIN', history]]),
 *   marketSessions: new Map(),
 *   notes: [],
 *   data: stamp,
 *   sha256: (text) => createHash('sha256').update(text).digest('hex'),
 * })
 * assert.ok(outcome.status === 'ok')
 * const document = resultDocument(outcome.result, { series: true })
 * assert.equal(document.period.from, '2020-01-01')
 * assert.deepEqual(document.portfolio_value, { '2020-01-01': 100_000, '2020-01-02': 80_000, '2020-01-03': 120_000 })
 * assert.equal(document.max_drawdown?.toFixed(2), '0.20')
 * assert.equal(document.metric_reasons.beta, 'no benchmark was given')
 * ```
 *
 * @throws RangeError when a number that must be finite is not: the result is no result of `simulate`
 */
export function resultDocument(result: SimulationResult, { series }: { series: boolean }): ResultDocument {
  const measures = measuresDocument(result.metrics)
  const document: ResultDocument = {
    command: result.command,
    hash: result.hash,
    engine_version: result.engineVersion,
    data_version: result.data.version,
    data_source: result.data.source,
    data_as_of: result.data.asOf,
    status: result.status,
    period: periodDocument(result.period),
    policies: result.policies.map(({ id, value, meaning, isDefault }) => ({ id, value, meaning, is_default: isDefault })),
    notes: result.notes.map(diagnosticDocument),
    cagr: measures.metrics.cagr,
    sharpe: measures.metrics.sharpe,
    max_drawdown: measures.metrics.max_drawdown,
    ...measures,
    benchmark: result.benchmark && benchmarkDocument(result.benchmark),
    ...holdingsDocument(result),
    tearsheet: tearsheetDocument(result.tearsheet),
    ruin: result.ruin && { date: isoDate(result.ruin.day), shortfall: finiteNumber(result.ruin.shortfall, 'shortfall') },
  }
  return series ? { ...document, ...seriesPartsDocument(seriesParts(result)) } : document
}
