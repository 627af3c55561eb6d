import type { Cell, CellStyle } from 'hucre/xlsx'
import { definition } from '@portofino/metrics'
import type { MetricId } from '@portofino/metrics'
import { textCell } from '../../page/cell-text.ts'
import type { CellKind, Styles } from '../../page/cell-kind.ts'
import { entryValue } from '../../page/laid-out-table.ts'
import { moneyFormat } from '../../page/money-format.ts'
import { displayFace, palette, textFace } from '../../page/palette.ts'
import type { Entry, KindEntry } from '../../page/sheet-plan.ts'
import type { Report } from '../../report.ts'
import { metricEntry } from '../metric-entry.ts'

const shown: readonly { id: MetricId; label: string }[] = [
  { id: 'total_return', label: 'Total return' },
  { id: 'cagr', label: 'CAGR, a year' },
  { id: 'max_drawdown', label: 'Maximum drawdown, a loss' },
  { id: 'sharpe', label: 'Sharpe ratio' },
  { id: 'volatility', label: 'Volatility' },
]

const ground: CellStyle = {
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: palette.seaTint } },
  alignment: { horizontal: 'left', indent: 1, vertical: 'center', shrinkToFit: true },
}
const small: CellStyle = { ...ground, font: { name: textFace, size: 9, color: { rgb: palette.muted } } }
const large: CellStyle = { ...ground, font: { name: displayFace, size: 14, color: { rgb: palette.sea } } }

/** Three rows, side by side: what it is, the portfolio's, the benchmark's. */
export function tileRows({ document, series, currency, benchmarkName }: Report, styles: Styles): Partial<Cell>[][] {
  const { benchmark, metrics } = document
  const own: KindEntry[] = [
    { value: series.value.at(-1), kind: 'money' },
    ...shown.map(({ id }) => metricEntry(definition(id), metrics)),
  ]
  const figures = (entries: readonly KindEntry[], look: CellStyle): Partial<Cell>[] =>
    entries.map(({ value, kind }) => ({
      value: entryValue(value, kind),
      style: { ...styles[kind], ...shortFormat(value, kind, currency), ...look },
    }))
  const texts = (labels: readonly string[]): Partial<Cell>[] => labels.map((label) => ({ ...textCell(label), style: small }))
  const compared = benchmark === null ? [] : shown.map(({ id }) => metricEntry(definition(id), benchmark.metrics))
  return [
    texts(['Value at the end', ...shown.map(({ label }) => label)]),
    figures(own, large),
    ...(benchmark === null ? [] : [[...texts([benchmarkName ?? '']), ...figures(compared, small)]]),
  ]
}

/** Of four digits and more a tile has no room for decimals, and nobody asks for them. */
function shortFormat(value: Entry, kind: CellKind, currency: string): CellStyle {
  if (typeof value !== 'number') return {}
  if (kind === 'money' && Math.abs(value) >= 999.995) return { numFmt: moneyFormat(currency, 0) }
  if (kind === 'signedPercent' && Math.abs(value) >= 9.99995) return { numFmt: '+#,##0%;-#,##0%' }
  return {}
}
