// A process of the store's integration tests: node price-writer.ts FOLDER LABEL ROWS COUNT
// Writes COUNT versions of one instrument, all closes of a version being LABEL plus its round, and prints each round. At a fault it prints
// a line of JSON: the fault's code, the first close that the store then gives, and the unfinished files.
import { readdir } from 'node:fs/promises'
import { priceStore } from './price-store.ts'

const [folder = '', label = '0', rows = '1000', count = '1'] = process.argv.slice(2)
const store = priceStore(folder, 'provider')
const days = Int32Array.from({ length: Number(rows) }, (_, day) => day)
const instrument = {
  symbol: 'ACME',
  name: label,
  market: 'XLON',
  calendar: null,
  currency: 'GBP',
  returns: 'total',
  first: 0,
  last: 1,
} as const
// Without a listener the signal ends the process; with one the write fails, as on a full disk.
process.on('SIGXFSZ', () => undefined)

async function writeAll(): Promise<void> {
  for (let round = 1; round <= Number(count); round++) {
    const closes = new Float64Array(days.length).fill(Number(label) + round)
    const history = {
      instrument,
      adjusted: { days, closes },
      raw: null,
      actions: [],
      source: 'provider',
      asOf: '2020-01-01',
      version: '',
    }
    await store.write({ history, from: 0, to: days.length })
    process.stdout.write(`${round}\n`)
  }
}

async function tellFault(fault: Error & { code?: string }): Promise<void> {
  const read = await store.read(instrument)
  const unfinished = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.part'))
  process.stdout.write(`${JSON.stringify({ code: fault.code, close: read?.history.adjusted.closes[0] ?? null, unfinished })}\n`)
}

await writeAll().catch(tellFault)
