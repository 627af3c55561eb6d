import { one } from '@portofino/numeric'
import { checkCount, checkDuplicates } from '../checker/duplicates.ts'
import { checkWeights } from '../checker/weights.ts'
import { lex } from '../lexer/lex.ts'
import { isSymbolWithMarket, noteCase, readInstrument } from '../parser/instrument.ts'
import { readLeg } from '../parser/leg.ts'
import type { DraftLeg } from '../parser/leg.ts'
import type { Part } from '../parser/part.ts'
import type { Benchmark } from '../tree.ts'
import { refuseValue } from './site.ts'
import type { OptionSite, Reading } from './site.ts'

/** `bench`: an instrument, or legs in brackets whose weights sum to 100%. */
export function readBenchmark(part: Part, site: OptionSite): Reading<Benchmark> {
  if (part.text === 'none') return null
  if (part.text.startsWith('(') && part.text.endsWith(')')) return readBasket(part, site)
  if (!isSymbolWithMarket(part.text)) return refuseValue(part, site, mendedBenchmark(part.text))
  noteCase(part, site.report)
  return readInstrument(part, site.report)
}

const mostLegs = 200

function readBasket(part: Part, site: OptionSite): Benchmark | undefined {
  let faults = 0
  const report: typeof site.report = (code, values, place) => {
    if (code.startsWith('E')) faults += 1
    site.report(code, values, place)
  }
  const legs: DraftLeg[] = []
  let isKnown = true
  for (const { start, end } of lex(part.text.slice(1, -1)).tokens) {
    const piece = part.slice(start + 1, end + 1)
    const leg = readLeg(piece, report)
    if (leg === undefined) report('E105', { x: piece.text }, { span: piece.span, expected: ['SPY-L-100%'] })
    if (leg === undefined || leg === null) isKnown = false
    else legs.push(leg)
  }
  if (legs.length === 0 && isKnown) report('E112', {}, { span: part.span, expected: ['SPY-L-100%'] })
  checkCount(legs, mostLegs, report)
  checkDuplicates(legs, report)
  if (isKnown) checkWeights(legs, { gross: one, absorbsShortfall: false, rescales: false, isBasket: true }, report)
  if (faults > 0) return undefined
  return {
    kind: 'basket',
    legs: legs.map(({ subject, side, weight, part: { span } }) => ({ subject, side, weight, span })),
    span: part.span,
  }
}

/** `SPY-L-100%` was meant as the instrument, or as a basket of one. */
function mendedBenchmark(text: string): string[] {
  const leg = /^(.+)-[LS]-(?:100%|\*)$/i.exec(text)
  return leg !== null && isSymbolWithMarket(leg[1]!) ? [leg[1]!.toUpperCase(), `(${text.toUpperCase()})`] : []
}
