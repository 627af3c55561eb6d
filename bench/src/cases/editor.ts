import type { Catalog, Instrument } from '@portofino/market'
import { complete, hover, parse, tokens, totals } from '@portofino/strategy'
import type { Row } from '../table.ts'
import { medianSeconds } from '../timing.ts'
import { exampleCommand } from './example-run.ts'

const commands = {
  'the example': exampleCommand,
  '200 legs': manyLegs(() => '0.5%'),
  '200 fractions without a common denominator': manyLegs((i) => `1/${999_999_000_000_000 + 7919 * i}`),
}

/** What an editor asks for at each key, among ten thousand instruments; the worst of its functions counts. */
export function editor(): Row[] {
  const catalog = largeCatalog()
  return Object.entries(commands).map(([name, text]) => ({
    what: `editor functions, ${name}`,
    ours: Math.max(...questions(text, catalog).map((question) => medianSeconds(question, { batches: 7 }))),
    target: { kind: 'at most' as const, value: 1e-3 },
  }))
}

function questions(text: string, catalog: Catalog): (() => unknown)[] {
  const completions = [' ', ' So', ' X-L-'].map((typed) => () => complete(text + typed, text.length + typed.length, catalog))
  return [...completions, () => hover(text, 1, catalog), () => tokens(text), () => totals(text), () => parse(text)]
}

function manyLegs(weight: (i: number) => string): string {
  return `${Array.from({ length: 200 }, (_, i) => `A${i}-L-${weight(i)}`).join(' ')} 2020 2021 cash=rest`
}

function largeCatalog(): Catalog {
  const symbols = Array.from({ length: 10_000 }, (_, i) => `${((i * 7919) % 10_007).toString(36).toUpperCase()}.${i % 7}`)
  const instruments = new Map(symbols.map((symbol) => [symbol, invented(symbol)]))
  return {
    source: 'invented',
    otherSources: '',
    find: (symbol) => [instruments.get(symbol) ?? []].flat(),
    instruments: () => instruments.values(),
  }
}

function invented(symbol: string): Instrument {
  const name = `Sound Company ${symbol}`
  return { symbol, name, market: 'XNAS', calendar: 'XNAS', currency: 'USD', returns: 'total', first: 7000, last: 19_000 }
}
