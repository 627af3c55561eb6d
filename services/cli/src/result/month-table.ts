import type { PeriodReturn, Tearsheet } from '@portofino/simulator'
import type { Ink } from '../terminal/ink.ts'
import { padLeft, padRight, wrap } from '../terminal/layout.ts'
import { counted, monthName, signedPercent } from '../terminal/numbers.ts'
import type { Screen } from '../terminal/screen.ts'
import { bySign } from './by-sign.ts'
import { sectionLines } from './section.ts'

interface CellFormat {
  decimals: number
  /** A plus sign before gains. */
  signed: boolean
}

/** Best first; the first that fits the width is taken. */
const formats: readonly CellFormat[] = [
  { decimals: 2, signed: true },
  { decimals: 1, signed: true },
  { decimals: 1, signed: false },
]

const yearWidth = 4

/** Months by years in percent, each year with its own return. */
export function monthTable(tearsheet: Tearsheet, screen: Screen): string[] {
  const { months, years } = tearsheet
  const grids = formats.map((format) => monthColumns(tearsheet, format))
  const total = yearColumn(years)
  const fitting = grids.find((grid) => tableWidth([...grid, total]) <= screen.width)
  const table = fitting
    ? tableRows([...fitting, total], years, screen.ink)
    : halfYears(monthColumns(tearsheet, { decimals: 1, signed: false }), tearsheet, screen)
  const marked = [...months, ...years].some(({ partial }) => partial)
  const legend = marked ? 'In percent. * covered in part by the run.' : 'In percent.'
  return sectionLines(
    {
      title: 'Month by month',
      summary: summary(tearsheet),
      lines: [...table, '', ...wrap(legend, screen.width).map((line) => screen.ink.muted(line))],
    },
    screen,
  )
}

function summary({ months, best, worst }: Tearsheet): string {
  const gained = months.filter((month) => month.return > 0).length
  return `${gained} of ${counted(months.length, 'month')} gained${extreme('best', best.month)}${extreme('worst', worst.month)}.`
}

function extreme(word: string, month: PeriodReturn | null): string {
  return month?.month ? `; ${word} ${monthName(month.month)} ${month.year}, ${signedPercent(month.return)}` : ''
}

interface TableColumn {
  head: string
  /** One a year; null where the run has no such month. */
  periods: readonly (PeriodReturn | null)[]
  texts: readonly string[]
  /** With the space before it. */
  width: number
  paint: (text: string, value: number, ink: Ink) => string
}

function monthColumns({ months, years }: Tearsheet, format: CellFormat): TableColumn[] {
  const strongest = Math.max(...months.map((month) => Math.abs(month.return))) || 1
  return Array.from({ length: 12 }, (_, index) => {
    const periods = years.map(({ year }) => months.find((each) => each.year === year && each.month === index + 1) ?? null)
    const texts = periods.map((period) => (period === null ? '' : cellText(period, format)))
    return column(monthName(index + 1), { periods, texts, paint: (text, value, ink) => ink.heat(text, value / strongest) })
  })
}

function yearColumn(years: readonly PeriodReturn[]): TableColumn {
  const texts = years.map((year) => ` ${signedPercent(year.return)}${year.partial ? '*' : ''}`)
  return column('Year', { periods: years, texts, paint: bySign })
}

function cellText({ return: value, partial }: PeriodReturn, { decimals, signed }: CellFormat): string {
  const text = signedPercent(value, decimals).slice(0, -1)
  return (signed ? text : text.replace('+', '')) + (partial ? '*' : '')
}

/** Where any cell is marked, all keep a place for the mark, so that the digits stay below each other. */
function column(head: string, { texts, ...rest }: Pick<TableColumn, 'periods' | 'texts' | 'paint'>): TableColumn {
  const marked = texts.some((text) => text.endsWith('*'))
  const placed = (text: string): string => (marked && !text.endsWith('*') ? `${text} ` : text)
  const cells = texts.map(placed)
  return {
    head: placed(head),
    texts: cells,
    width: 1 + Math.max(placed(head).length, ...cells.map(({ length }) => length)),
    ...rest,
  }
}

function tableWidth(columns: readonly TableColumn[]): number {
  return columns.reduce((width, each) => width + each.width, yearWidth)
}

function tableRows(columns: readonly TableColumn[], years: readonly PeriodReturn[], ink: Ink): string[] {
  const head = columns.map(({ head: text, width }) => padLeft(text, width)).join('')
  const rows = years.map(({ year }, row) => {
    const cells = columns.map(({ texts, periods, width, paint }) => {
      const text = padLeft(texts[row] ?? '', width)
      const period = periods[row] ?? null
      return period === null ? text : paint(text, period.return, ink)
    })
    return padRight(String(year), yearWidth) + cells.join('')
  })
  return [ink.muted(' '.repeat(yearWidth) + head), ...rows].map((line) => line.trimEnd())
}

/** Two tables one below the other, for narrow screens. */
function halfYears(columns: readonly TableColumn[], { years }: Tearsheet, { ink, width }: Screen): string[] {
  const second = columns.slice(6)
  const total = yearColumn(years)
  const hasTotal = tableWidth([...second, total]) <= width
  return [
    ...tableRows(columns.slice(0, 6), years, ink),
    '',
    ...tableRows(hasTotal ? [...second, total] : second, years, ink),
    ...(hasTotal ? [] : ['', ...tableRows([total], years, ink)]),
  ]
}
