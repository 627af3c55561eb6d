import { isSoundPrice, parseIsoDate, type CorporateAction, type Day } from '@portofino/market'
import { echo } from '../plain-text.ts'
import { isSymbol, symbolRule } from '../symbol-form.ts'
import { isSoundDelistingReturn } from '../unsound-value.ts'
import { quotation } from './currency.ts'
import type { FaultList } from './fault-list.ts'
import type { StatedSymbol } from './stated-symbol.ts'
import { numberText, soundRange } from './number-text.ts'
import type { Table } from './table.ts'

export const eventsFile = 'events.csv'
export const eventColumns = 'date,symbol,type,value'

export interface EventSymbols {
  symbols: readonly StatedSymbol[]
  /** Symbols whose entry in the manifest is at fault: their events are left alone. */
  faulty: ReadonlySet<string>
}

/** The events of each symbol of `events.csv`, by day, then type; dividends in the whole currency. */
export function eventsBySymbol(
  table: Table,
  { symbols, faulty }: EventSymbols,
  faults: FaultList,
): Map<string, CorporateAction[]> {
  const events = new Map<string, CorporateAction[]>(symbols.map(({ symbol }) => [symbol, []]))
  const header = table.header.slice(0, 5).join()
  if (header !== eventColumns) {
    faults.add(table.file, 1, `the columns must be ${eventColumns}, got ${echo(header)}; rename them`)
    return events
  }
  const bySymbol = new Map(symbols.map((stated) => [stated.symbol, stated]))
  const seen = new Set<string>()
  table.rows.forEach((row, k) => {
    if (row === null || (faulty.has(row[1]!) && !bySymbol.has(row[1]!))) return
    const reading = eventOf([row[0]!, row[1]!, row[2]!, row[3]!], bySymbol.get(row[1]!))
    const key = typeof reading === 'string' ? row.join() : `${row[1]} ${JSON.stringify(reading)}`
    const isTwice = seen.has(key)
    seen.add(key)
    if (isTwice) faults.add(table.file, k + 2, 'this event appears twice; remove one of the lines')
    else if (typeof reading === 'string') faults.add(table.file, k + 2, reading)
    else events.get(row[1]!)!.push(reading)
  })
  for (const list of events.values()) list.sort((a, b) => a.day - b.day || (a.type < b.type ? -1 : 1))
  return events
}

type EventCells = [date: string, symbol: string, type: string, value: string]

function eventOf([date, symbol, type, value]: EventCells, stated: StatedSymbol | undefined): CorporateAction | string {
  const day = parseIsoDate(date)
  if (day === null) return `the date is "${echo(date)}"; write YYYY-MM-DD`
  if (stated === undefined) return `the symbol "${echo(symbol)}" is not in the manifest; add it there or remove the line`
  const read = eventReaders.get(type)
  if (read === undefined) return `the type "${echo(type)}" is unknown; write ${[...eventReaders.keys()].join(', ')}`
  if (stated.kind.returns === 'yield' && type !== 'rename') return `${symbol} is a yield, which has no ${type}; remove the line`
  if ((type === 'split' || type === 'dividend') && !stated.kind.isRaw) {
    return `${symbol} has adjusted closes, which hold every ${type} already; remove the line or give raw closes`
  }
  return read({ day, value, stated })
}

interface EventCell {
  day: Day
  value: string
  stated: StatedSymbol
}

const eventReaders = new Map<string, (cell: EventCell) => CorporateAction | string>([
  ['split', splitOf],
  ['dividend', dividendOf],
  ['delisting', delistingOf],
  ['rename', renameOf],
])

function splitOf({ day, value }: EventCell): CorporateAction | string {
  const reading = ratioText(value)
  if ('sentence' in reading) return reading.sentence
  if (isSoundPrice(reading.value)) return { type: 'split', day, ratio: reading.value }
  const isRatio = reading.value > 0 && Number.isFinite(reading.value)
  return isRatio
    ? `the split ratio is ${echo(value)}; ${soundRange}, so correct it`
    : `the split ratio is ${echo(value)}; write new shares per old, such as 2 or 1/10`
}

function dividendOf({ day, value, stated }: EventCell): CorporateAction | string {
  const reading = numberText(value, 'the dividend')
  if ('sentence' in reading) return reading.sentence
  const { currency, divisor } = quotation(stated.currency)!
  const amount = reading.value / divisor
  if (isSoundPrice(amount)) return { type: 'dividend', day, amount }
  return reading.value > 0
    ? `the dividend is ${echo(value)}; ${soundRange} in ${currency}, so correct it`
    : `the dividend is ${echo(value)}; write the amount per share, above zero`
}

function delistingOf({ day, value }: EventCell): CorporateAction | string {
  const reading = numberText(value, 'the delisting return')
  if ('sentence' in reading) return reading.sentence
  return isSoundDelistingReturn(reading.value)
    ? { type: 'delisting', day, return: reading.value }
    : `the delisting return is ${echo(value)}; write -1 or more, as a fraction of the last close`
}

function renameOf({ day, value }: EventCell): CorporateAction | string {
  if (isSymbol(value)) return { type: 'rename', day, symbol: value }
  return value === ''
    ? 'the new symbol is missing; write it as value'
    : `the new symbol "${echo(value)}" cannot be named in a command; ${symbolRule}`
}

/** A number, or a fraction such as 1/3, which no decimal is. */
function ratioText(text: string): ReturnType<typeof numberText> {
  const [above = '', below, ...more] = text.split('/', 3)
  const what = 'the split ratio'
  if (more.length > 0) return { sentence: `${what} is "${echo(text)}"; write new shares per old, such as 2 or 1/10` }
  const numerator = numberText(above, what)
  if (below === undefined || 'sentence' in numerator) return numerator
  const denominator = numberText(below, what)
  return 'sentence' in denominator ? denominator : { value: numerator.value / denominator.value }
}
