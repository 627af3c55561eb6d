import type { Catalog, Instrument } from '@portofino/market'
import type { Fix } from '../diagnostic.ts'
import { mergedLegs } from '../checker/duplicates.ts'
import { instrumentKey, subjectKey } from '../instrument-key.ts'
import { writtenShare } from '../leg-shares.ts'
import type { Report } from '../parser/report.ts'
import type { InstrumentReference, Leg, Portfolio } from '../tree.ts'
import { likelyInstruments } from './likely-instruments.ts'

/** Checks every instrument of a portfolio against the catalog, each basket's legs for doubles by another name. */
export function resolveSymbols({ legs, options }: Portfolio, catalog: Catalog, report: Report): void {
  resolveLegs(legs, catalog, report)
  const benchmark = options.bench?.value
  if (benchmark?.kind === 'basket') resolveLegs(benchmark.legs, catalog, report)
  if (benchmark?.kind === 'instrument') resolvePriced(benchmark, { catalog, taken: new Set(), report })
  const riskFree = options.rf?.value
  if (riskFree?.kind === 'instrument') resolveSymbol(riskFree, { catalog, taken: new Set(), report })
}

interface Site {
  catalog: Catalog
  /** Keys that other legs hold, which would make a suggestion a double. */
  taken: ReadonlySet<string>
  report: Report
}

function resolveLegs(legs: readonly Leg[], catalog: Catalog, report: Report): void {
  const keys = legs.map(({ subject }) => subjectKey(subject))
  const site = { catalog, taken: new Set(keys), report }
  const first = new Map<string, Leg>()
  for (const leg of legs) {
    const found = leg.subject.kind === 'cash' ? null : resolvePriced(leg.subject, site)
    if (found === null) continue
    const key = instrumentKey(found)
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, leg)
    else report('E122', { t: key }, { span: leg.span, related: [earlier.span], fixes: mergers(earlier, leg) })
  }
}

function mergers(earlier: Leg, later: Leg): Fix[] {
  const [one, other] = [earlier, later].map((leg) => ({ ...leg, share: writtenShare(leg) }))
  return mergedLegs(one!, other!).map((merged) => ({
    title: merged,
    edits: [
      { start: earlier.span.start, end: earlier.span.end, text: merged },
      { start: later.span.start, end: later.span.end, text: '' },
    ],
  }))
}

/** What can be held or followed; a yield is a rate, and only `rf=` asks for one. */
function resolvePriced(reference: InstrumentReference, site: Site): Instrument | null {
  const found = resolveSymbol(reference, site)
  if (found?.returns !== 'yield') return found
  const t = instrumentKey(reference)
  site.report('E303', { t }, { span: reference.span, help: `${t} holds yields in percent, not prices; write rf=${t}` })
  return null
}

function resolveSymbol(reference: InstrumentReference, { catalog, taken, report }: Site): Instrument | null {
  const ofSymbol = catalog.find(reference.symbol)
  const found = reference.market === null ? ofSymbol : ofSymbol.filter(({ market }) => market === reference.market)
  const [only, another] = found
  if (only !== undefined && another === undefined) return only
  const { span } = reference
  const isOpen = (key: string): boolean => !taken.has(key)
  if (another !== undefined) {
    const keys = found.map(instrumentKey)
    report(
      'E302',
      { t: reference.symbol, list: keys.join(', ') },
      { span, expected: keys, fixes: replacements(span, keys.filter(isOpen)) },
    )
    return null
  }
  const likely = ofSymbol.length > 0 ? ofSymbol : likelyInstruments(reference.symbol, catalog)
  const keys = likely.map((instrument) => suggestionKey(instrument, catalog)).filter(isOpen)
  const help = `The source of prices is "${catalog.source}". ${catalog.otherSources}`
  report('E301', { t: instrumentKey(reference) }, { span, expected: keys, fixes: replacements(span, keys), help })
  return null
}

/** With its market where the symbol alone would be in doubt. */
function suggestionKey(instrument: Instrument, catalog: Catalog): string {
  return catalog.find(instrument.symbol).length > 1 ? instrumentKey(instrument) : instrument.symbol
}

function replacements({ start, end }: InstrumentReference['span'], keys: readonly string[]): Fix[] {
  return keys.map((key) => ({ title: key, edits: [{ start, end, text: key }] }))
}
