import type { Series, SimulationResult, Trade } from '../result.ts'
import type { RollingWindow } from '../tearsheet.ts'
import type { TradeDocument } from './holdings-document.ts'
import { tradeDocument } from './holdings-document.ts'
import type { LegacySeriesDocument, SeriesDocument } from './series-document.ts'
import { legacySeriesDocument, seriesDocument } from './series-document.ts'

/** All of a result that has one entry a session or a trade. */
export interface SeriesParts {
  series: Series
  rolling: readonly Omit<RollingWindow, 'days'>[]
  trades: readonly Trade[]
}

/** What `resultDocument` adds when it is asked for the series. */
export interface SeriesPartsDocument extends LegacySeriesDocument {
  trades: TradeDocument[]
  series: SeriesDocument
}

export function seriesParts({ series, tearsheet, trades }: SimulationResult): SeriesParts {
  return { series, rolling: tearsheet.rolling, trades }
}

/** The wire form of the series: of a result, or of what was stored of it. */
export function seriesPartsDocument({ series, rolling, trades }: SeriesParts): SeriesPartsDocument {
  return { trades: trades.map(tradeDocument), ...legacySeriesDocument(series), series: seriesDocument(series, rolling) }
}
