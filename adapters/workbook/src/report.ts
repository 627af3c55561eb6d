import type { Instrument } from '@portofino/market'
import type { ResultDocument, SeriesDocument } from '@portofino/simulator'
import { inWords, parse } from '@portofino/strategy'

type Benchmark = NonNullable<ResultDocument['benchmark']>

/** What every sheet reads: the stored document and what follows from it for all of them. */
export interface Report {
  document: ResultDocument
  series: SeriesDocument
  /** ISO 4217; the dollar for a run of cash alone, which has none. */
  currency: string
  /** The command as one would say it. */
  words: string
  /** What it is compared with, by its name where that is known, and whether it lacks dividends; null without a benchmark. */
  benchmarkName: string | null
  createdAt: Date
}

/** @throws RangeError when the document was made without its series */
export function readReport(document: ResultDocument, createdAt: Date): Report {
  if (document.series === undefined) throw new RangeError('Cannot write the report: the document must hold its series, got none')
  const currency = currencyOf(document)
  return {
    document,
    series: document.series,
    currency,
    words: commandInWords(document, currency),
    benchmarkName: document.benchmark && comparedName(document.benchmark, document.legs),
    createdAt,
  }
}

function comparedName({ label, with_dividends: isTotalReturn }: Benchmark, legs: ResultDocument['legs']): string {
  return isTotalReturn ? nameOf(label, legs) : `${nameOf(label, legs)} without dividends`
}

/** The names of the legs are the only ones that a document holds. */
function nameOf(label: string, legs: ResultDocument['legs']): string {
  const leg = legs.find(({ symbol }) => symbol === label)
  return leg === undefined || leg.name === label ? label : `${leg.name} (${label})`
}

function currencyOf({ policies }: ResultDocument): string {
  const currency = policies.find(({ id }) => id === 'ccy')?.value
  return currency === undefined || currency === 'none' ? 'USD' : currency
}

/** Names come from the legs. A command that this version of the language cannot read stays as it is. */
function commandInWords({ command, legs }: ResultDocument, currency: string): string {
  const { ast } = parse(command)
  if (ast === null) return command
  const named = new Map<string, Instrument>()
  for (const { symbol, name } of legs) {
    if (symbol === null) continue
    named.set(symbol, { symbol, name, currency, market: null, calendar: null, returns: 'total', first: null, last: null })
  }
  return inWords(ast, { find: (symbol) => [named.get(symbol) ?? []].flat() })
}
