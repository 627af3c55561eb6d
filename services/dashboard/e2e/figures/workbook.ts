import type { CellValue, Sheet } from 'hucre'
import { readXlsx } from 'hucre/xlsx'
import type { Numbers } from './figures.ts'

type Row = readonly (CellValue | undefined)[]

/** What a report says, cell by cell. Dates must be dates and numbers numbers. */
export async function workbookNumbers(bytes: Uint8Array): Promise<Numbers> {
  const { sheets } = await readXlsx(bytes)
  const rows = (name: string): readonly Row[] => sheet(sheets, name).rows
  const measures = new Map(rows('Metrics').map(([id, , value]) => [id, value]))
  const measure = (id: string): number | null => numberOrDash(measures.get(id), id)
  const values = rows('Portfolio value').filter(([date]) => date instanceof Date)
  const [first, last] = [values[0], values.at(-1)]
  return {
    finalValue: numberOrDash(last?.[1], 'the last value') ?? Number.NaN,
    totalReturn: measure('total_return') ?? Number.NaN,
    cagr: measure('cagr'),
    maximumDrawdown: measure('max_drawdown'),
    sharpe: measure('sharpe'),
    volatility: measure('volatility'),
    from: isoDay(first?.[0]),
    to: isoDay(last?.[0]),
    returns: returnsOf(rows('Monthly returns')),
  }
}

function sheet(sheets: readonly Sheet[], name: string): Sheet {
  const found = sheets.find((each) => each.name === name)
  if (found === undefined) throw new Error(`Cannot read the workbook: it has no sheet ${name}`)
  return found
}

function numberOrDash(cell: CellValue | undefined, what: string): number | null {
  if (cell === '—') return null
  if (typeof cell !== 'number') throw new Error(`Cannot read the workbook: ${what} must be a number, got ${String(cell)}`)
  return cell
}

function isoDay(cell: CellValue | undefined): string {
  if (!(cell instanceof Date)) throw new Error(`Cannot read the workbook: a date must be a date, got ${String(cell)}`)
  return cell.toISOString().slice(0, 10)
}

/** The first table of the sheet, the portfolio's: a row a year, twelve months and the whole year. */
function returnsOf(rows: readonly Row[]): Numbers['returns'] {
  const head = rows.findIndex(([first]) => first === 'Year')
  const after = rows.slice(head + 1)
  const end = after.findIndex(([year]) => typeof year !== 'number')
  return after
    .slice(0, end < 0 ? undefined : end)
    .flatMap(([year, ...cells]) =>
      cells
        .slice(0, 13)
        .flatMap((cell, i) =>
          typeof cell === 'number' ? [{ year: Number(year), month: i === 12 ? null : i + 1, return: cell }] : [],
        ),
    )
}
