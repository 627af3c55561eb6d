import { addFractions, divideFractions, fraction, multiplyFractions } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { readDecimal } from '../parser/amount.ts'
import type { Part } from '../parser/part.ts'
import type { Cost } from '../tree.ts'
import { decimalForm, inRange, mendedNumber } from './percent.ts'
import { askForUnit, joinedTerms, refuseValue } from './site.ts'
import type { OptionSite, Reading } from './site.ts'

const hundred = fraction(100n)

/** `slip`: basis points or a percentage of traded value. */
export function readSlip(part: Part, site: OptionSite): Reading<string> {
  if (part.text === '0') return null
  const share = readShareOfValue(part, site, ['bps', '%'])
  if (share === undefined) return undefined
  return share.numerator === 0n ? null : decimalForm(share)
}

/** `cost`: parts joined by `+`; parts of one kind add up. */
export function readCost(part: Part, site: OptionSite): Reading<Cost> {
  const totals: CostTotals = { bps: null, perOrder: null, perShare: null }
  const { terms, isComplete } = joinedTerms(part, site)
  let isFaulty = !isComplete
  for (const term of terms) {
    if (!addCostPart(term, totals, site)) isFaulty = true
  }
  if (isFaulty) return undefined
  if (totals.bps !== null && inRange({ value: divideFractions(totals.bps, hundred), part, range: costs, site }) === undefined) {
    return undefined
  }
  const cost = { bps: written(totals.bps), perOrder: written(totals.perOrder), perShare: written(totals.perShare) }
  return cost.bps === null && cost.perOrder === null && cost.perShare === null ? null : cost
}

type CostTotals = Record<keyof Cost, Fraction | null>

const costs = { low: '0%', high: '10%' }

function addCostPart(part: Part, totals: CostTotals, site: OptionSite): boolean {
  if (part.text === '0') return true
  const money = /^\$(\d.*?)(\/sh)?$/.exec(part.text)
  if (money === null) {
    const bps = readShareOfValue(part, site, ['bps', '%', '$', '$/sh'])
    if (bps !== undefined) totals.bps = plus(totals.bps, bps)
    return bps !== undefined
  }
  const amount = readDecimal(money[1]!)
  if (amount === null) {
    refuseValue(part, site)
    return false
  }
  const kind = money[2] === undefined ? 'perOrder' : 'perShare'
  totals[kind] = plus(totals[kind], amount)
  return true
}

function readShareOfValue(part: Part, site: OptionSite, units: readonly string[]): Fraction | undefined {
  const match = /^(-?)([\d.]+)(bps|%)$/.exec(part.text)
  const number = match === null ? null : readDecimal(match[2]!)
  if (match !== null && number !== null) {
    const points = match[3] === '%' ? number : divideFractions(number, hundred)
    const value = match[1] === '-' ? { ...points, numerator: -points.numerator } : points
    const checked = inRange({ value, part, range: costs, site })
    return checked === undefined ? undefined : multiplyFractions(checked, hundred)
  }
  if (readDecimal(part.text) !== null) {
    askForUnit(part, { units, mended: unitsFor(part.text, units) }, site)
    return undefined
  }
  return refuseValue(part, site, mendedCost(part.text))
}

function unitsFor(text: string, units: readonly string[]): string[] {
  return units.map((unit) => (unit.startsWith('$') ? `$${text}${unit.slice(1)}` : text + unit))
}

/** `5bp`, `.05%`, `5%%`, `5$`, `1$/share`: number and unit are known, only their spelling is not. */
function mendedCost(text: string): string[] {
  if (/^(none|no|off|free|zero)$/i.test(text)) return ['0']
  const match = /^\$?([\d.]+) ?(bps?|bips|basis points?|%+|pct|percent|\$|\$?\/share|\$\/sh)$/i.exec(text)
  const number = match === null ? null : mendedNumber(match[1]!)
  if (match === null || number === null) return []
  const unit = match[2]!.toLowerCase()
  if (unit.startsWith('b')) return [`${number}bps`]
  if (/^[p%]/.test(unit)) return [`${number}%`]
  return [`$${number}${unit.includes('sh') ? '/sh' : ''}`]
}

function plus(total: Fraction | null, amount: Fraction): Fraction {
  return total === null ? amount : addFractions(total, amount)
}

function written(total: Fraction | null): string | null {
  return total === null || total.numerator === 0n ? null : decimalForm(total)
}
