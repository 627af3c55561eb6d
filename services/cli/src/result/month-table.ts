import type { PeriodReturn, Tearsheet } from '@portofino/simulator'
import { counted, monthName, signedPercent } from '../terminal/numbers.ts'
import { padLeft, padRight } from '../terminal/layout.ts'
import type { Ink } from '../terminal/ink.ts'
import type { Screen } from '../terminal/screen.ts'
import { bySign } from './by-sign.ts'
import { sectionLines } from './section.ts'

interface CellFormat {
  decimals: number
  /** A plus sign before gains. */
  signed: boolean
}

/** Best first; the first that fits the width is taken. */
const formats: CellFormat[] = [
  { decimals: 2, signed: true },
  { decimals: 1, signed: true },
  { decimals: 1, signed: false },
]

const yearWidth = 4

/** Months by years in percent, each year with its own return. */
export function monthTable({ months, years, best, worst }: Tearsheet, screen: Screen): string[] {
  const grid = years.map(({ year }) => monthsOfYear(months, year))
  const totals = years.map((year) => signedPercent(year.return) + (year.partial ? '*' : ''))
  const format = formats.find((each) => tableWidth(grid, totals, each) <= screen.width)
  const table = format
    ? yearRows({ grid, years, totals }, { format, ink: screen.ink, columns: [0, 12] })
    : halfYears({ grid, years, totals }, screen.ink)
  const partial = [...months, ...years].some((period) => period.partial)
  const legend = partial
    ? ['', screen.ink.muted('In percent. * covered in part by the run.')]
    : ['', screen.ink.muted('In percent.')]
  return sectionLines(
    { title: 'Month by month', summary: summary(months, { best: best.month, worst: worst.month }), lines: [...table, ...legend] },
    screen,
  )
}

function summary(
  months: readonly PeriodReturn[],
  { best, worst }: { best: PeriodReturn | null; worst: PeriodReturn | null },
): string {
  const gained = months.filter((month) => month.return > 0).length
  const named = (word: string, month: PeriodReturn | null): string =>
    month?.month ? `; ${word} ${monthName(month.month)} ${month.year}, ${signedPercent(month.return)}` : ''
  return `${gained} of ${counted(months.length, 'month')} gained${named('best', best)}${named('worst', worst)}.`
}

type MonthRow = (PeriodReturn | null)[]

interface MonthGrid {
  grid: readonly MonthRow[]
  years: readonly PeriodReturn[]
  totals: readonly string[]
}

function monthsOfYear(months: readonly PeriodReturn[], year: number): MonthRow {
  return Array.from({ length: 12 }, (_, index) => months.find((each) => each.year === year && each.month === index + 1) ?? null)
}

function cellText(month: PeriodReturn | null, { decimals, signed }: CellFormat): string {
  if (month === null) return ''
  const text = signedPercent(month.return, decimals).slice(0, -1)
  return (signed ? text : text.replace('+', '')) + (month.partial ? '*' : '')
}

/** With the space before the column. */
function columnWidth(grid: readonly MonthRow[], column: number, format: CellFormat): number {
  const marked = grid.some((row) => row[column]?.partial)
  const widths = grid.map((row) => cellText(row[column] ?? null, format).replace('*', '').length + (marked ? 1 : 0))
  return 1 + Math.max('Jan'.length + (marked ? 1 : 0), ...widths)
}

function tableWidth(grid: readonly MonthRow[], totals: readonly string[], format: CellFormat): number {
  const months = Array.from({ length: 12 }, (_, column) => columnWidth(grid, column, format))
  return yearWidth + months.reduce((a, b) => a + b, 0) + 2 + totalWidth(totals)
}

function totalWidth(totals: readonly string[]): number {
  return Math.max(...totals.map((text) => text.length))
}

interface RowLook {
  format: CellFormat
  ink: Ink
  /** First column, and the one after the last. */
  columns: [number, number]
}

function yearRows({ grid, years, totals }: MonthGrid, { format, ink, columns: [from, to] }: RowLook): string[] {
  const columns = Array.from({ length: to - from }, (_, index) => from + index)
  const widths = columns.map((column) => columnWidth(grid, column, format))
  const markedTotal = totals.some((text) => text.endsWith('*'))
  const align = (text: string, marked: boolean, width: number): string =>
    padLeft(marked && !text.endsWith('*') ? `${text} ` : text, width)
  const marked = columns.map((column) => grid.some((row) => row[column]?.partial))
  const strongest = Math.max(...grid.flat().map((month) => Math.abs(month?.return ?? 0)))
  const heads = columns.map((column, index) => align(monthName(column + 1), marked[index] ?? false, widths[index] ?? 0))
  const headline = ink.muted(
    padRight('', yearWidth) + heads.join('') + (to === 12 ? align('Year', markedTotal, totalWidth(totals) + 2) : ''),
  )
  const rows = grid.map((row, index) => {
    const cells = columns.map((column, position) => {
      const month = row[column] ?? null
      const text = align(cellText(month, format), marked[position] ?? false, widths[position] ?? 0)
      return month === null ? text : ink.heat(text, strongest === 0 ? 0 : month.return / strongest)
    })
    const total =
      to === 12 ? bySign(align(totals[index] ?? '', markedTotal, totalWidth(totals) + 2), years[index]?.return ?? 0, ink) : ''
    return padRight(String(years[index]?.year ?? ''), yearWidth) + cells.join('') + total
  })
  return [headline, ...rows].map((line) => line.trimEnd())
}

/** Two tables one below the other, for narrow screens. */
function halfYears(months: MonthGrid, ink: Ink): string[] {
  const format = { decimals: 1, signed: false }
  const first = yearRows(months, { format, ink, columns: [0, 6] })
  const second = yearRows(months, { format, ink, columns: [6, 12] })
  return [...first, '', ...second]
}
