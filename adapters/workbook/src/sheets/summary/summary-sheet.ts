import type { Cell, CellStyle, WriteSheet } from 'hucre'
import { textCell } from '../../page/cell-text.ts'
import { laidOutSheet } from '../../page/laid-out-sheet.ts'
import { at } from '../../page/laid-out-table.ts'
import type { Styles } from '../../page/cell-kind.ts'
import { moneyText } from '../../page/money-format.ts'
import { codeFace, palette, plainFont } from '../../page/palette.ts'
import type { SheetPlan } from '../../page/sheet-plan.ts'
import { isoDayOf, writtenDay } from '../../page/workbook-day.ts'
import { wrappedHeight } from '../../page/row-heights.ts'
import type { Report } from '../../report.ts'
import { sourceName } from '../policies-and-notes-sheet.ts'
import { growthChart } from '../portfolio-value-sheet.ts'
import { contentsTable, keyFigureTable, periodTable } from './summary-tables.ts'
import { tileRows } from './tiles.ts'

const columns = 6
const columnWidth = 20
const commandRow = 2
const ruinRow = 3
const sourceRow = 4
const tileRow = 5
const chartRow = 9
const chartRows = 20
const tableRow = chartRow + chartRows + 2

export interface SummaryOptions {
  /** A name that somebody gave the run. */
  title: string | null
  /** The sheets that follow. */
  sheets: readonly SheetPlan[]
}

/** The answer first: what the capital became, the command in words and as text, the numbers that most people ask for. */
export function summarySheet(report: Report, { title, sheets }: SummaryOptions, styles: Styles): WriteSheet {
  const { document } = report
  const periods = periodTable(report, tableRow)
  const figures = keyFigureTable(report, tableRow)
  const words = title === null ? report.words : `${title}. ${report.words}`
  const {
    cells,
    freezePane: _,
    ...sheet
  } = laidOutSheet(
    {
      name: 'Summary',
      title: headline(report),
      lead: words,
      widths: Array.from({ length: columns }, () => columnWidth),
      tables: [periods, figures, contentsTable(sheets, tableRow + periods.rows.length + 3)],
      charts: [growthChart(report, { row: chartRow, column: 0, rows: chartRows, columns })],
      orientation: 'portrait',
      isOnOnePage: true,
    },
    styles,
  )
  const ruin = ruinText(report)
  const top: [string, Partial<Cell>][] = [
    [at(1, 0), { ...textCell(words), style: wordsStyle }],
    [at(commandRow, 0), { ...textCell(document.command), style: commandStyle }],
    [at(sourceRow, 0), { ...textCell(sourceText(report)), style: sourceStyle }],
    ...(ruin === null ? [] : [[at(ruinRow, 0), { ...textCell(ruin), style: ruinStyle }] satisfies [string, Partial<Cell>]]),
  ]
  return {
    ...sheet,
    cells: new Map([...cells!, ...top, ...placed(tileRows(report, styles))]),
    merges: [1, commandRow, ruinRow, sourceRow].map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: columns - 1 })),
    rowDefs: new Map([...sheet.rowDefs!, ...heights({ words, command: document.command })]),
    view: { ...sheet.view, tabColor: { rgb: palette.sea } },
  }
}

function headline({ series, currency }: Report): string {
  return `${moneyText(series.value[0] ?? 0, currency)} became ${moneyText(series.value.at(-1) ?? 0, currency)}`
}

function ruinText({ document: { ruin }, currency }: Report): string | null {
  if (ruin === null) return null
  const beyond = ruin.shortfall > 0 ? ` and ${moneyText(ruin.shortfall, currency)} beyond` : ''
  return `RUINED on ${writtenDay(ruin.date)}: the value fell to zero${beyond}. The run stopped there; everything is lost.`
}

/** What the figures rest on. */
function sourceText({ document, createdAt }: Report): string {
  const prices = `${sourceName(document)}, as of ${writtenDay(document.data_as_of)}`
  return `Prices: ${prices}. Report made on ${writtenDay(isoDayOf(createdAt))}.`
}

function placed(rows: readonly (readonly Partial<Cell>[])[]): [string, Partial<Cell>][] {
  return rows.flatMap((row, down) => row.map((cell, column): [string, Partial<Cell>] => [at(tileRow + down, column), cell]))
}

function heights({ words, command }: { words: string; command: string }): [number, { height: number }][] {
  const points: [number, number][] = [
    [0, 38],
    [1, wrappedHeight(words, { across: 110, points: 15 })],
    [commandRow, wrappedHeight(command, { across: 110, points: 12 })],
    [ruinRow, 20],
    [sourceRow, 24],
    [tileRow, 18],
    [tileRow + 1, 28],
    [tileRow + 2, 18],
  ]
  return points.map(([row, height]) => [row, { height }])
}

const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const wordsStyle: CellStyle = { ...wrapped, font: { ...plainFont, size: 12 } }
const commandStyle: CellStyle = { ...wrapped, font: { name: codeFace, size: 9, color: { rgb: palette.faint } } }
const sourceStyle: CellStyle = {
  font: { ...plainFont, size: 9, color: { rgb: palette.muted } },
  alignment: { wrapText: true, vertical: 'center' },
}
const ruinStyle: CellStyle = {
  font: { ...plainFont, bold: true, color: { rgb: palette.fault } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: palette.faultTint } },
  alignment: { vertical: 'center' },
}
