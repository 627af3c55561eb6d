import type { Cell, CellStyle, WriteSheet } from 'hucre/xlsx'
import { isNumberKind, undefinedNumber } from './cell-kind.ts'
import type { CellKind } from './cell-kind.ts'
import { textCell } from './cell-text.ts'
import { displayFace, palette } from './palette.ts'
import { headRow } from './sheet-plan.ts'
import type { Column, Entry, KindEntry, SeriesColumn, SheetPlan, TablePlan } from './sheet-plan.ts'
import { workbookDay } from './workbook-day.ts'

type Cells = Map<string, Partial<Cell>>
export type Styles = Record<CellKind, CellStyle>

const title: CellStyle = { font: { name: displayFace, size: 18, color: { rgb: palette.sea } }, alignment: { vertical: 'center' } }
const lead: CellStyle = { font: { size: 10, color: { rgb: palette.muted } }, alignment: { vertical: 'top' } }
const tableTitle: CellStyle = { font: { bold: true, color: { rgb: palette.sea } } }
const underline = { bottom: { style: 'thin', color: { rgb: palette.strongLine } } } as const
const rowLine = { bottom: { style: 'hair', color: { rgb: palette.strongLine } } } as const

/** The sheet as the writer takes it: heading, series, tables, charts, and how it is shown and printed. */
export function laidOutSheet(plan: SheetPlan, styles: Styles): WriteSheet {
  const cells: Cells = new Map([
    [at(0, 0), { ...textCell(plan.title), style: title }],
    [at(1, 0), { ...textCell(plan.lead), style: lead }],
  ])
  const series = plan.series ?? []
  for (const [index, column] of series.entries()) cells.set(at(headRow, index), headCell(column))
  for (const table of plan.tables ?? []) layTable(table, { cells, styles })
  return {
    name: plan.name,
    columns: plan.widths.map((width, index) => ({ width, ...seriesStyle(series[index], styles) })),
    rows: [[], [], [], [], ...seriesRows(series)],
    cells,
    rowDefs: new Map([[0, { height: 30 }]]),
    freezePane: series.length > 0 ? { rows: headRow + 1, columns: 1 } : { rows: headRow + 1 },
    charts: [...(plan.charts ?? [])],
    conditionalRules: [...(plan.rules ?? [])],
    view: { showGridLines: false },
    ...printSetup(plan.orientation ?? 'landscape'),
    a11y: { summary: plan.lead, headerRow: headRow },
  }
}

export function at(row: number, column: number): string {
  return `${row},${column}`
}

function headCell({ head, kind }: Column): Partial<Cell> {
  const horizontal = isNumberKind(kind) && kind !== 'date' && kind !== 'year' ? 'right' : 'left'
  const style: CellStyle = {
    font: { bold: true, size: 10, color: { rgb: palette.muted } },
    border: underline,
    alignment: { horizontal, vertical: 'bottom', wrapText: true },
  }
  return { ...textCell(head), style }
}

function seriesStyle(column: SeriesColumn | undefined, styles: Styles): { style?: CellStyle } {
  return column === undefined ? {} : { style: styles[column.kind] }
}

/** Rows rather than single cells: tens of thousands of them take no style of their own. */
function seriesRows(series: readonly SeriesColumn[]): (string | number | null)[][] {
  const length = Math.max(0, ...series.map(({ values }) => values.length))
  return Array.from({ length }, (_, row) => series.map(({ kind, values }) => plainValue(values[row], kind)))
}

function plainValue(entry: Entry, kind: CellKind): string | number | null {
  if (entry === undefined) return null
  if (entry === null) return undefinedNumber
  return kind === 'date' && typeof entry === 'string' ? workbookDay(entry) : entry
}

function layTable(
  { row, column, title: name, columns, rows }: TablePlan,
  { cells, styles }: { cells: Cells; styles: Styles },
): void {
  if (name !== undefined) cells.set(at(row - 1, column), { ...textCell(name), style: tableTitle })
  for (const [index, each] of columns.entries()) cells.set(at(row, column + index), headCell(each))
  for (const [down, entries] of rows.entries()) {
    for (const [index, entry] of entries.entries()) {
      cells.set(at(row + 1 + down, column + index), tableCell(entry, columns[index]!.kind, styles))
    }
  }
}

function tableCell(entry: Entry | KindEntry, columnKind: CellKind, styles: Styles): Partial<Cell> {
  const { value, kind, isStrong, sheet }: KindEntry =
    typeof entry === 'object' && entry !== null ? entry : { value: entry, kind: columnKind }
  const plain = plainValue(value, kind)
  const base: CellStyle = { ...styles[kind], border: rowLine }
  const linked: CellStyle = { ...base, font: { color: { rgb: palette.sea }, underline: 'single' } }
  const style = sheet === undefined ? base : linked
  return {
    ...(typeof plain === 'string' ? textCell(plain) : { value: plain }),
    style: isStrong === true ? { ...style, font: { ...style.font, bold: true } } : style,
    ...(sheet === undefined ? {} : { hyperlink: { target: '', location: `'${sheet}'!A1` } }),
  }
}

/** A4, as wide as the page, with page numbers. */
export function printSetup(orientation: 'portrait' | 'landscape'): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: 'a4',
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&L&8PortoFino&C&8&A&R&8&P / &N' },
  }
}
