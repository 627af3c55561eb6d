import { isoDate, type PriceSeries, type RawPrices } from '@portofino/market'
import { quotation, type Quotation } from './currency.ts'
import { echo } from '../plain-text.ts'
import type { DatedTable } from './dated-table.ts'
import type { FaultList } from './fault-list.ts'
import { manifestFile } from './manifest.ts'
import type { StatedSymbol } from './stated-symbol.ts'
import { numberText, priceText, yieldText } from './number-text.ts'

/** What the file of one symbol holds, in the whole currency; each null when the file has no such column. */
export interface SymbolPrices {
  raw: RawPrices | null
  /** Given by the file as adjusted, or for a price index its closes. */
  given: PriceSeries | null
}

/** Reads the columns of one symbol: those of its own file, or its column of a file for many. Null with the reasons among the faults. */
export function symbolPrices(stated: StatedSymbol, table: DatedTable, faults: FaultList): SymbolPrices | null {
  const before = faults.count
  const columns = new SymbolColumns(stated, table, faults)
  const prices = table.positions.has(stated.symbol) ? columns.ofWideFile() : columns.ofOwnFile()
  if (faults.count > before || prices === null || !table.isSound) return null
  reportDisagreement(stated, (prices.raw ?? prices.given)!.days, faults)
  return faults.count > before ? null : prices
}

class SymbolColumns {
  readonly #stated: StatedSymbol
  readonly #table: DatedTable
  readonly #faults: FaultList
  readonly #quotation: Quotation

  constructor(stated: StatedSymbol, table: DatedTable, faults: FaultList) {
    this.#stated = stated
    this.#table = table
    this.#faults = faults
    this.#quotation = quotation(stated.currency)!
  }

  /** An empty cell is a session without a price of this symbol. */
  ofWideFile(): SymbolPrices | null {
    const { symbol, kind } = this.#stated
    const { positions, rows, days, file, isSound } = this.#table
    if (kind.columns.length > 1) {
      this.#faults.add(file, 1, `${symbol} needs the columns ${kind.columns.join(', ')}; give it a file of its own`)
      return null
    }
    const k = positions.get(symbol)!
    const present = rows.flatMap((row, t) => (row === null || row[k] === '' ? [] : [t]))
    if (present.length === 0 && isSound)
      this.#faults.add(file, 1, `${symbol} has no price at all; remove the column and its entry`)
    const closes = Float64Array.from(present, (t) => this.#price({ text: rows[t]?.[k], row: t, what: `the price of ${symbol}` }))
    const series = { days: Int32Array.from(present, (t) => days[t]!), closes }
    return kind.isRaw ? { raw: closesOnly(series), given: null } : { raw: null, given: series }
  }

  ofOwnFile(): SymbolPrices | null {
    const { symbol, kind } = this.#stated
    const { positions, file, days } = this.#table
    const single = ['close', 'adjusted_close'].filter((name) => positions.has(name))
    const needed = kind.columns.length === 0 && single.length !== 1 ? ['close'] : kind.columns
    const missing = needed.filter((name) => !positions.has(name))
    if (missing.length > 0)
      this.#faults.add(file, 1, `${symbol} needs the column ${missing.join(', ')}, or one named ${symbol}; add it`)
    if (missing.length > 0) return null
    if (!kind.isRaw && single.length > 1) {
      this.#faults.add(
        file,
        1,
        `${symbol} has "close" and "adjusted_close"; remove one or set its kind to raw-close-with-adjusted-close`,
      )
      return null
    }
    if (!kind.isRaw) return { raw: null, given: { days, closes: this.#prices(single[0]!) } }
    const given = positions.has('adjusted_close') ? { days, closes: this.#prices('adjusted_close') } : null
    return { raw: this.#raw(), given }
  }

  #raw(): RawPrices {
    const { days } = this.#table
    if (!this.#stated.kind.columns.includes('open')) return closesOnly({ days, closes: this.#prices('close') })
    const [open, high, low, close] = ['open', 'high', 'low', 'close'].map((name) => this.#prices(name))
    return { days, open: open!, high: high!, low: low!, close: close!, volume: this.#volumes() }
  }

  #prices(name: string): Float64Array {
    const { positions, rows } = this.#table
    const k = positions.get(name)!
    return Float64Array.from(rows, (cells, row) => this.#price({ text: cells?.[k], row, what: `the ${name}` }))
  }

  #volumes(): Float64Array {
    const { positions, rows, file } = this.#table
    const k = positions.get('volume')!
    return Float64Array.from(rows, (cells, row) => {
      if (cells === null) return NaN
      const reading = numberText(cells[k]!, 'the volume')
      if ('value' in reading && reading.value >= 0) return reading.value
      const sentence = 'sentence' in reading ? reading.sentence : `the volume is ${echo(cells[k])}; write zero or more`
      this.#faults.add(file, row + 2, sentence)
      return 0
    })
  }

  /** NaN for a row that has a fault of its own, and with a fault of the price. */
  #price({ text, row, what }: { text: string | undefined; row: number; what: string }): number {
    if (text === undefined) return NaN
    const isYield = this.#stated.kind.returns === 'yield'
    const reading = isYield ? yieldText(text, what) : priceText(text, what, this.#quotation)
    if ('value' in reading) return reading.value
    this.#faults.add(this.#table.file, row + 2, reading.sentence)
    return NaN
  }
}

/** Open, high, low and volume are unknown, which is NaN: nothing is made up. */
function closesOnly({ days, closes }: PriceSeries): RawPrices {
  const unknown = new Float64Array(closes.length).fill(NaN)
  return { days, open: unknown, high: unknown, low: unknown, close: closes, volume: unknown }
}

function reportDisagreement({ symbol, file, first, last, rows, line }: StatedSymbol, days: Int32Array, faults: FaultList): void {
  const stated = { first, last, rows }
  const found = { first: isoDate(days[0]!), last: isoDate(days.at(-1)!), rows: days.length }
  for (const key of ['first', 'last', 'rows'] as const) {
    if (stated[key] === null || stated[key] === found[key]) continue
    faults.add(
      manifestFile,
      line,
      `"${key}" of ${symbol} is ${stated[key]}, but ${file} has ${found[key]}; correct the manifest or export the file again`,
    )
  }
}
