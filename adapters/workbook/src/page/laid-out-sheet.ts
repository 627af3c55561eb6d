import type { Cell, CellStyle, RowDef, WriteSheet } from 'hucre'
import type { Styles } from './cell-kind.ts'
import { textCell } from './cell-text.ts'
import { at, entryValue, headCell, tableCells } from './laid-out-table.ts'
import { displayFace, palette, textFace } from './palette.ts'
import { pageStarts } from './page-starts.ts'
import { printSetup } from './print-setup.ts'
import { headHeight, tableHeights } from './row-heights.ts'
import { headRow } from './sheet-plan.ts'
import type { SeriesColumn, SheetPlan } from './sheet-plan.ts'

const title: CellStyle = { font: { name: displayFace, size: 18, color: { rgb: palette.sea } }, alignment: { vertical: 'center' } }
const lead: CellStyle = { font: { name: textFace, size: 10, color: { rgb: palette.muted } }, alignment: { vertical: 'top' } }

/** A strip at the right, or the print would cut the frame of a chart. */
const lastWidth = 1

/** The sheet as the writer takes it: heading, series, tables, charts, and how it is shown and printed. */
export function laidOutSheet(plan: SheetPlan, styles: Styles): WriteSheet {
  const { series = [], tables = [], charts = [], rules = [] } = plan
  const cells: [string, Partial<Cell>][] = [
    [at(0, 0), { ...textCell(plan.title), style: title }],
    [at(1, 0), { ...textCell(plan.lead), style: lead }],
    ...series.map((column, index): [string, Partial<Cell>] => [at(headRow, index), headCell(column)]),
    ...tables.flatMap((table) => tableCells(table, plan.widths, styles)),
  ]
  const heights: [number, RowDef][] = [
    [0, { height: 30 }],
    [headRow, { height: headHeight(series, { column: 0, widths: plan.widths }) }],
    ...(series.length > 0 ? [] : tables.flatMap((table) => tableHeights(table, plan.widths))),
  ]
  return {
    name: plan.name,
    columns: [...plan.widths.map((width, index) => ({ width, ...seriesStyle(series[index], styles) })), { width: lastWidth }],
    rows: [[], [], [], [], ...seriesRows(series)],
    cells: new Map(cells),
    rowDefs: new Map(heights),
    freezePane: series.length > 0 ? { rows: headRow + 1, columns: 1 } : { rows: headRow + 1 },
    charts: [...charts],
    conditionalRules: [...rules],
    view: { showGridLines: false },
    rowBreaks: series.length > 0 || plan.isOnOnePage === true ? [] : pageStarts(plan).map((row) => row - 1),
    ...printSetup(plan),
    a11y: { summary: plan.lead, headerRow: headRow },
  }
}

/** As little as possible: the writer compares every part of it once a cell. Numbers stand right by themselves, dashes do not. */
function seriesStyle(column: SeriesColumn | undefined, styles: Styles): { style?: CellStyle } {
  if (column === undefined) return {}
  const style = styles[column.kind]
  return {
    style:
      style.numFmt === undefined || column.kind === 'date' || column.values.includes(null) ? style : { numFmt: style.numFmt },
  }
}

/** Rows rather than single cells: tens of thousands of them take no style of their own. */
function seriesRows(series: readonly SeriesColumn[]): (string | number | null)[][] {
  const length = Math.max(0, ...series.map(({ values }) => values.length))
  return Array.from({ length }, (_, row) => series.map(({ kind, values }) => entryValue(values[row], kind)))
}
