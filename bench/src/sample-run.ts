import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isoDate, parseIsoDate } from '@portofino/market'
import type { Instrument, PriceHistory } from '@portofino/market'
import { loadPrices, openMarketData } from '@portofino/market-data'
import type { SimulationRequest } from '@portofino/simulator'
import { instrumentKey, instrumentsOf, parse } from '@portofino/strategy'

/** A command on the sample prices, ready to simulate. */
export async function sampleRequest(command: string): Promise<SimulationRequest> {
  const { ast: program } = parse(command)
  if (program === null) throw new Error(`Cannot benchmark: the command must have no fault, got "${command}"`)
  const source = await openMarketData('sample', { storeFolder: join(tmpdir(), 'portofino-bench'), otherSources: '' })
  const instruments = new Map<string, Instrument>()
  for (const reference of instrumentsOf(program)) {
    const [instrument] = await source.describe(reference.symbol)
    instruments.set(instrumentKey(reference), instrument!)
  }
  const { from, to } = program.portfolios[0].period
  const prices = await loadPrices(source, instruments, { from: parseIsoDate(from)!, to: parseIsoDate(to)! })
  return { program, ...prices, notes: [], sha256 }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The same closes as a CSV, for the peers: `date` and a column a symbol. */
export function closesCsv(histories: Iterable<PriceHistory>, from: string): string {
  const all = [...histories]
  const { days } = all[0]!.adjusted
  const first = days.findIndex((day) => day >= parseIsoDate(from)!)
  const rows = Array.from(days.subarray(first), (day, i) =>
    [isoDate(day), ...all.map(({ adjusted }) => adjusted.closes[first + i])].join(','),
  )
  return [['date', ...all.map(({ instrument }) => instrument.symbol)].join(','), ...rows, ''].join('\n')
}

/** All twenty stocks of the sample, as legs of equal weight. */
export const twentyStocks = 'AAPL AMD BAC BBY CVX GE HD JNJ JPM KO LLY MRK MSFT PEP PFE PG RRC UNH WMT XOM'
  .split(' ')
  .map((symbol) => `${symbol}-L-5%`)
  .join(' ')
