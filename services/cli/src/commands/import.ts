import { type CsvImport, importCsvFolder } from '@portofino/market-data'
import { isoDate } from '@portofino/market'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { tableLines, wrap } from '../terminal/layout.ts'
import { counted, decimal } from '../terminal/numbers.ts'

const usage: Usage = {
  name: 'import',
  form: 'CSV-DIR',
  summary:
    'Checks a folder of CSV prices and its manifest.json, then takes all of it into the price store, or nothing when anything is wrong.',
  details: [
    'The store lies in ./data, or where PORTOFINO_DATA_DIR says. Prices that look wrong are imported as they are and listed.',
  ],
  options: [{ name: 'json', meaning: 'print one JSON document instead' }],
  examples: ['portofino import fixtures/raw-prices'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const [folder, ...others] = given.positionals
  if (folder === undefined) throw new WrongUse('no folder given; name the one with manifest.json and the CSV files', usage.name)
  if (others.length > 0) throw new WrongUse(`one folder at a time, got ${given.positionals.length}`, usage.name)
  // An import holds the thread for long, and whatever ends it leaves the store as it was.
  using _ = surroundings.endAtOnce()
  const imported = await importCsvFolder(folder, { storeFolder: surroundings.priceFolder })
  if (given.has('json')) surroundings.printDocument(importDocument(imported))
  else surroundings.print(importLines(imported, surroundings))
  return exitCode.done
}

function importLines({ name, symbols }: CsvImport, { screen: { ink, width } }: Surroundings): string[] {
  const heads = ['Symbol', 'From', 'To', 'Sessions'].map((head) => ink.muted(head))
  const rows = symbols.map(({ instrument: { symbol, first, last }, rows: count }) => [
    ink.strong(symbol),
    first === null ? '' : isoDate(first),
    last === null ? '' : isoDate(last),
    decimal(count, 0),
  ])
  const suspicious = symbols.flatMap(({ instrument, suspicions }) =>
    suspicions.map(({ day, message }) => `${instrument.symbol} on ${isoDate(day)}: ${message}`),
  )
  return [
    ...tableLines([{ align: 'left' }, { align: 'left' }, { align: 'left' }, { align: 'right' }], [heads, ...rows]),
    ...(suspicious.length === 0 ? [] : ['', ink.strong('Look at these; they were imported as they are')]),
    ...suspicious.flatMap((text) => wrap(text, width)),
    '',
    `${counted(symbols.length, 'symbol')} imported; use them with --data ${name}.`,
  ]
}

function importDocument({ name, symbols }: CsvImport): object {
  return {
    source: name,
    symbols: symbols.map(({ instrument: { symbol, first, last }, version, rows, suspicions }) => ({
      symbol,
      first: first === null ? null : isoDate(first),
      last: last === null ? null : isoDate(last),
      sessions: rows,
      version,
      suspicions: suspicions.map(({ kind, day, message }) => ({ kind, date: isoDate(day), message })),
    })),
  }
}

export const importCommand: Command = { usage, run }
