import type { Part } from '../parser/part.ts'
import type { CashPolicy, Rate, RiskFree } from '../tree.ts'
import { isSymbolWithMarket, noteCase, readInstrument } from '../parser/instrument.ts'
import { decimalForm, readPercent } from './percent.ts'
import type { Range } from './percent.ts'
import { refuseValue } from './site.ts'
import type { OptionSite, Reading } from './site.ts'

const rates: Range = { low: '-10%', high: '100%' }

/** `borrow` and `margin`: `2%`, `rf`, `rf+0.5%`; 0% by default. */
export function readRateOption(part: Part, site: OptionSite): Reading<Rate> {
  const rate = readRate(part, site)
  return rate !== undefined && isNothing(rate) ? null : rate
}

/** `cash`: a rate, `rest`, or both. */
export function readCash(part: Part, site: OptionSite): Reading<CashPolicy> {
  if (part.text === 'rest') return { rest: true, rate: nothing }
  const rest = /^rest\s*,\s*/.exec(part.text)
  const rate = readRate(part.slice(rest === null ? 0 : rest[0].length), site)
  if (rate === undefined) return undefined
  return rest === null && isNothing(rate) ? null : { rest: rest !== null, rate }
}

/** `rf`: a fixed percentage, or an instrument that holds yields in percent. */
export function readRiskFree(part: Part, site: OptionSite): Reading<RiskFree> {
  if (/^-?[\d.,]+ ?(?:%*|pct|percent)$/i.test(part.text)) {
    const points = readPercent(part, rates, site)
    if (points === undefined) return undefined
    return points.numerator === 0n ? null : { kind: 'rate', percent: decimalForm(points) }
  }
  if (!isSymbolWithMarket(part.text)) return refuseValue(part, site)
  noteCase(part, site.report)
  return readInstrument(part, site.report)
}

const nothing: Rate = { percent: '0', overRiskFree: false }

function isNothing({ percent, overRiskFree }: Rate): boolean {
  return percent === '0' && !overRiskFree
}

function readRate(part: Part, site: OptionSite): Rate | undefined {
  if (part.text === 'rf') return { percent: '0', overRiskFree: true }
  const overRiskFree = /^rf[+-]/.test(part.text)
  const number = overRiskFree ? part.slice(part.text.charAt(2) === '-' ? 2 : 3) : part
  const points = readPercent(number, rates, site)
  return points === undefined ? undefined : { percent: decimalForm(points), overRiskFree }
}
