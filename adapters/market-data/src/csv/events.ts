import { parseIsoDate, type CorporateAction, type Day } from '@portofino/market'
import { quotation } from './currency.ts'
import type { FaultList } from './fault-list.ts'
import type { StatedSymbol } from './stated-symbol.ts'
import { numberText } from './number-text.ts'
import type { Table } from './table.ts'

export const eventsFile = 'events.csv'
const columns = 'date,symbol,type,value'

/** The events of each symbol of `events.csv`, by day, then type; dividends in the whole currency. */
export function eventsBySymbol(
  table: Table,
  symbols: readonly StatedSymbol[],
  faults: FaultList,
): Map<string, CorporateAction[]> {
  const events = new Map<string, CorporateAction[]>(symbols.map(({ symbol }) => [symbol, []]))
  if (table.header.join() !== columns) {
    faults.add(table.file, 1, `the columns must be ${columns}, got ${table.header.join()}; rename them`)
    return events
  }
  const bySymbol = new Map(symbols.map((stated) => [stated.symbol, stated]))
  const seen = new Set<string>()
  table.rows.forEach((row, k) => {
    const stated = bySymbol.get(row[1]!)
    const reading = seen.has(row.join())
      ? 'this event appears twice; remove one of the lines'
      : eventOf([row[0]!, row[1]!, row[2]!, row[3]!], stated)
    seen.add(row.join())
    if (typeof reading === 'string') faults.add(table.file, k + 2, reading)
    else events.get(row[1]!)!.push(reading)
  })
  for (const list of events.values()) list.sort((a, b) => a.day - b.day || (a.type < b.type ? -1 : 1))
  return events
}

type EventCells = [date: string, symbol: string, type: string, value: string]

function eventOf([date, symbol, type, value]: EventCells, stated: StatedSymbol | undefined): CorporateAction | string {
  const day = parseIsoDate(date)
  if (day === null) return `the date is "${date.slice(0, 40)}"; write YYYY-MM-DD`
  if (stated === undefined) return `the symbol "${symbol.slice(0, 40)}" is not in the manifest; add it there or remove the line`
  if ((type === 'split' || type === 'dividend') && !stated.kind.isRaw) {
    return `${symbol} has adjusted closes, which hold every ${type} already; remove the line or give raw closes`
  }
  const read = eventReaders.get(type)
  if (read === undefined) return `the type "${type.slice(0, 40)}" is unknown; write ${[...eventReaders.keys()].join(', ')}`
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
  [
    'rename',
    ({ day, value }) => (value === '' ? 'the new symbol is missing; write it as value' : { type: 'rename', day, symbol: value }),
  ],
])

function splitOf({ day, value }: EventCell): CorporateAction | string {
  const reading = ratioText(value)
  if ('sentence' in reading) return reading.sentence
  const isRatio = reading.value > 0 && Number.isFinite(reading.value)
  return isRatio
    ? { type: 'split', day, ratio: reading.value }
    : `the split ratio is ${value}; write new shares per old, such as 2 or 1/10`
}

function dividendOf({ day, value, stated }: EventCell): CorporateAction | string {
  const reading = numberText(value, 'the dividend')
  if ('sentence' in reading) return reading.sentence
  const amount = reading.value / quotation(stated.currency)!.divisor
  return amount > 0 ? { type: 'dividend', day, amount } : `the dividend is ${value}; write the amount per share, above zero`
}

function delistingOf({ day, value }: EventCell): CorporateAction | string {
  const reading = numberText(value, 'the delisting return')
  if ('sentence' in reading) return reading.sentence
  return reading.value >= -1
    ? { type: 'delisting', day, return: reading.value }
    : `the delisting return is ${value}; write -1 or more`
}

/** A number, or a fraction such as 1/3, which no decimal is. */
function ratioText(text: string): ReturnType<typeof numberText> {
  const [above = '', below] = text.split('/')
  const what = 'the split ratio'
  const numerator = numberText(above, what)
  if (below === undefined || 'sentence' in numerator) return numerator
  const denominator = numberText(below, what)
  return 'sentence' in denominator ? denominator : { value: numerator.value / denominator.value }
}
