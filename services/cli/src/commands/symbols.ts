import { isoDate, type Instrument } from '@portofino/market'
import { nearest } from '@portofino/strategy'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { Usage } from '../arguments/usage.ts'
import type { Command } from '../command.ts'
import { exitCode } from '../exit-code.ts'
import type { Surroundings } from '../surroundings.ts'
import { shorten, tableLines } from '../terminal/layout.ts'
import { counted, missing } from '../terminal/numbers.ts'
import { dataOption } from './command-options.ts'
import { openSource } from './data-source.ts'

const usage: Usage = {
  name: 'symbols',
  form: '[QUERY] [options]',
  summary: 'Lists the instruments whose prices are at hand, or those whose symbol or name fits the query.',
  options: [{ name: 'json', meaning: 'print one JSON document instead' }, dataOption],
  examples: ['portofino symbols apple', 'portofino symbols --json'],
}

async function run(given: Arguments, surroundings: Surroundings): Promise<number> {
  const source = await openSource(given.value('data'), { ...surroundings, command: usage.name })
  const query = given.positionals.join(' ').trim()
  const found = query === '' ? await allInstruments() : await source.search(query, surroundings.signal)
  const meant = found.length === 0 && query !== '' ? nearestInstrument(query, await allInstruments()) : undefined

  async function allInstruments(): Promise<Instrument[]> {
    const catalog = await source.catalog([], surroundings.signal)
    return [...catalog.instruments()].toSorted((a, b) => (a.symbol < b.symbol ? -1 : 1))
  }
  if (given.has('json')) surroundings.printDocument({ source: source.name, symbols: found.map(instrumentDocument) })
  else surroundings.print(symbolLines(found, { source: source.name, query, meant }, surroundings))
  return exitCode.done
}

/** The instrument whose symbol, or a word of whose name, a typing error most likely meant. */
function nearestInstrument(query: string, instruments: readonly Instrument[]): Instrument | undefined {
  const named = new Map<string, Instrument>()
  for (const instrument of instruments) {
    for (const word of [instrument.symbol, ...(instrument.name.match(/[\p{L}\p{N}]{3,}/gu) ?? [])]) {
      if (!named.has(word.toUpperCase())) named.set(word.toUpperCase(), instrument)
    }
  }
  const [near = ''] = nearest(query.toUpperCase(), named.keys(), 1)
  return named.get(near)
}

function symbolLines(
  found: readonly Instrument[],
  { source, query, meant }: { source: string; query: string; meant: Instrument | undefined },
  { screen }: Surroundings,
): string[] {
  const { ink, width } = screen
  if (found.length === 0) {
    if (meant) return [`${source} has nothing like "${query}"; did you mean ${meant.symbol} (${meant.name})?`]
    const how = query === '' ? 'Ask for one: portofino symbols QUERY.' : 'Another source may have it: see --data.'
    return [`${source} ${query === '' ? 'has no list of its instruments' : `has nothing like "${query}"`}. ${how}`]
  }
  const nameWidth = Math.max(12, width - 52)
  const heads = ['Symbol', 'Name', 'Market', 'Currency', 'From', 'To'].map((head) => ink.muted(head))
  const rows = found.map(({ symbol, name, market, currency, first, last }) => [
    ink.strong(symbol),
    shorten(name, nameWidth),
    market ?? missing,
    currency,
    first === null ? missing : isoDate(first),
    last === null ? missing : isoDate(last),
  ])
  const left = { align: 'left' as const }
  return [
    ...tableLines([left, left, left, left, left, left], [heads, ...rows]),
    '',
    ink.muted(`${counted(found.length, 'instrument')} from ${source}.`),
  ]
}

function instrumentDocument({ symbol, name, market, calendar, currency, returns, first, last }: Instrument): object {
  return {
    symbol,
    name,
    market,
    calendar,
    currency,
    returns,
    first: first === null ? null : isoDate(first),
    last: last === null ? null : isoDate(last),
  }
}

export const symbolsCommand: Command = { usage, run }
