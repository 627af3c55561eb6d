import type { Catalog, Day, Instrument } from '@portofino/market'
import {
  type Diagnostic,
  type Dialect,
  type InstrumentReference,
  instrumentsOf,
  parse,
  type Program,
  resolve,
} from '@portofino/strategy'
import type { MarketDataSource } from './market-data-source.ts'

export interface ResolutionBench {
  /** Null: symbols are not checked. */
  source: MarketDataSource | null
  today: Day
  dialect: Dialect
  signal: AbortSignal
}

export type ResolvedText =
  /** Without a source the catalog holds what was written, and no more. */
  | { kind: 'resolved'; program: Program; catalog: Catalog; diagnostics: Diagnostic[] }
  /** At least one of the diagnostics is an error. */
  | { kind: 'faulty'; diagnostics: Diagnostic[] }

/**
 * The command as a tree whose dates are absolute and whose symbols exist, with all that was noted on the way.
 *
 * ```ts
 * const source = await openMarketData('sample', { storeFolder: '/tmp/prices', otherSources: 'None other.' })
 * const bench = { source, today: 20_000, dialect: 'default' as const, signal: new AbortController().signal }
 * const resolved = await resolvedText('AAPL-L-100% 2019 2020', bench)
 * assert.ok(resolved.kind === 'resolved')
 * const prices = await programPrices(source, resolved)
 * assert.deepEqual([...prices.histories.keys()], ['AAPL'])
 * ```
 */
export async function resolvedText(text: string, { source, today, dialect, signal }: ResolutionBench): Promise<ResolvedText> {
  const parsed = parse(text, { dialect, level: 1 })
  if (parsed.ast === null) return { kind: 'faulty', diagnostics: parsed.diagnostics }
  const references = instrumentsOf(parsed.ast)
  const symbols = references.map(({ symbol }) => symbol)
  const catalog = source === null ? trustingCatalog(references) : await source.catalog(symbols, signal)
  const resolved = resolve(parsed.ast, { today, catalog, dialect })
  const diagnostics = [...parsed.diagnostics, ...resolved.diagnostics]
  return resolved.ast === null
    ? { kind: 'faulty', diagnostics }
    : { kind: 'resolved', program: resolved.ast, catalog, diagnostics }
}

/** Knows every symbol that was written, in the markets that were written. */
function trustingCatalog(references: readonly InstrumentReference[]): Catalog {
  const written = references.map(({ market, symbol }): Instrument => {
    return { symbol, name: symbol, market, calendar: null, currency: 'XXX', returns: 'total', first: null, last: null }
  })
  return {
    source: 'none',
    otherSources: '',
    find: (symbol) => {
      const same = written.filter((instrument) => instrument.symbol === symbol)
      const placed = new Map(same.map((instrument) => [instrument.market, instrument]))
      if (placed.size > 1) placed.delete(null)
      return [...placed.values()]
    },
    instruments: () => written,
  }
}
