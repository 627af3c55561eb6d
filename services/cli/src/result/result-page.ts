import type { SimulationResult } from '@portofino/simulator'
import { waterlineChart } from '../chart/waterline-chart.ts'
import type { Screen } from '../terminal/screen.ts'
import { benchmarkName } from './benchmark-name.ts'
import { colophon } from './colophon.ts'
import { contributionBars } from './contribution-bars.ts'
import { crisisTable } from './crisis-table.ts'
import { currencyOf } from './currency-of.ts'
import { drawdownTable } from './drawdown-table.ts'
import { headline } from './headline.ts'
import { keyFigures } from './key-figures.ts'
import { masthead } from './masthead.ts'
import { monthTable } from './month-table.ts'
import { noteList } from './note-list.ts'
import { policyList } from './policy-list.ts'

export interface ResultPageInput {
  result: SimulationResult
  /** The command as one would say it. */
  words: string
  /** Every measure and drawdown. */
  full: boolean
}

const drawdownsShown = { full: 10, short: 5 }

/** A whole result for a person: the answer first, then its picture, then what explains it. */
export function resultPage({ result, words, full }: ResultPageInput, screen: Screen): string[] {
  const currency = currencyOf(result.policies)
  const { series, benchmark, tearsheet } = result
  const chart = waterlineChart(
    {
      days: series.days,
      value: series.value,
      drawdown: series.drawdown,
      currency,
      benchmark: benchmark &&
        series.benchmark && { label: benchmarkName(benchmark.label, 11), value: moneyOf(series.benchmark, series.value) },
    },
    screen,
  )
  return [
    ...masthead({ result, words, currency }, screen),
    '',
    ...headline(result, currency, screen),
    '',
    ...chart,
    ...keyFigures({ metrics: result.metrics, benchmark, full }, screen),
    ...monthTable(tearsheet, screen),
    ...drawdownTable(tearsheet.drawdowns, screen, full ? drawdownsShown.full : drawdownsShown.short),
    ...contributionBars(result, screen),
    ...crisisTable(tearsheet.crises, benchmark?.label ?? null, screen),
    ...policyList(result, full, screen),
    ...noteList(result.notes, screen),
    ...colophon(result, screen),
  ]
}

/** The benchmark as if the same capital had been put into it. */
function moneyOf(index: Float64Array, value: Float64Array): Float64Array {
  const capital = value[0] ?? 0
  return index.map((each) => each * capital)
}
