import { isoDate, parseIsoDate } from '@portofino/market'
import type { Catalog, Day } from '@portofino/market'
import { diagnostic, instrumentsOf } from '@portofino/strategy'
import type { Diagnostic, InstrumentReference, Program } from '@portofino/strategy'
import { day } from '../../../format.ts'

/** Prices that still come are at most so many days behind: what ended earlier has ended. */
const furthestBehind = 366

interface Surroundings {
  catalog: Catalog
  today: Day
}

/**
 * E303 before the run, for what has no price in the period as far as the catalog tells. What is followed day by day may have prices by the
 * time of the run, and is left to it.
 */
export function unpriced(program: Program, surroundings: Surroundings): Diagnostic[] {
  const [{ period }] = program.portfolios
  const [from, to] = [parseIsoDate(period.from), parseIsoDate(period.to)]
  if (from === null || to === null) return []
  const priced = instrumentsOf(program).flatMap((reference) => pricedDays(reference, surroundings.catalog))
  const fixes = sharedDays(priced).map((title) => ({
    title,
    edits: [{ start: period.span.start, end: period.span.end, text: title }],
  }))
  const isOutside = ({ first, last }: PricedDays): boolean =>
    to < first || (from > last && last < surroundings.today - furthestBehind)
  return priced.filter(isOutside).map(({ reference, first, last }) => {
    const help = `Its prices go from ${day(isoDate(first))} to ${day(isoDate(last))}.`
    return diagnostic('E303', { t: reference.symbol }, { span: reference.span, help, fixes })
  })
}

interface PricedDays {
  reference: InstrumentReference
  first: Day
  last: Day
}

/** Empty where the catalog does not tell. */
function pricedDays(reference: InstrumentReference, catalog: Catalog): PricedDays[] {
  const { symbol, market } = reference
  const found = catalog.find(symbol).filter((instrument) => market === null || instrument.market === market)
  const [{ first, last } = { first: null, last: null }] = found
  return found.length !== 1 || first === null || last === null ? [] : [{ reference, first, last }]
}

/** The longest period in which all have prices, as it is written; empty where there is none. */
function sharedDays(priced: readonly PricedDays[]): string[] {
  if (priced.length === 0) return []
  const from = Math.max(...priced.map(({ first }) => first))
  const to = Math.min(...priced.map(({ last }) => last))
  return from < to ? [`${isoDate(from)} ${isoDate(to)}`] : []
}
