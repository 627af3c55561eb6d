import { readWhole } from '../parser/amount.ts'
import type { Part } from '../parser/part.ts'
import type { Anchor, CalendarPeriod, RebalanceRule, RulePart, Weekday } from '../tree.ts'
import { decimalForm, inRange, readPercent } from './percent.ts'
import { rulesMeant } from './rule-synonyms.ts'
import { askForUnit, joinedTerms, refuseValue } from './site.ts'
import type { OptionSite, Reading } from './site.ts'
import { fraction } from '@portofino/numeric'

const periods: readonly CalendarPeriod[] = ['annual', 'daily', 'monthly', 'quarterly', 'semiannual', 'weekly']
const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri']
const everyRange = { low: '1d', high: '2520d' }
const bandRange = { low: '0.01%', high: '100%' }
const bandForms = ['5%', 'abs=5%', 'rel=25%']
const latestAnchor = 366

/** `rebalance`: rules joined by `+`, sorted by name and then by value, without doubles; `never` adds nothing. */
export function readRebalance(part: Part, site: OptionSite): Reading<RebalanceRule> {
  const rule: RulePart[] = []
  const { terms, isComplete } = joinedTerms(part, site)
  let isFaulty = !isComplete
  for (const term of terms) {
    const read = readRulePart(term, site)
    if (read === undefined) isFaulty = true
    else if (read !== null) rule.push(read)
  }
  if (isFaulty) return undefined
  const sorted = rule.toSorted(byNameAndValue)
  const distinct = sorted.filter((one, i) => i === 0 || byNameAndValue(one, sorted[i - 1]!) !== 0)
  return distinct.length === 0 ? null : distinct
}

function readRulePart(part: Part, site: OptionSite): Reading<RulePart> {
  if (part.text === 'never') return null
  const call = /^(band|every)\((.*)\)$/s.exec(part.text)
  if (call === null) return readCalendarRule(part, site)
  const inside = part.slice(call[1]!.length + 1, part.text.length - 1)
  if (/^[,\s]*$|=\s*(,|$)|,\s*$/.test(inside.text)) return refuseGap(part, inside.text, site)
  return call[1] === 'band'
    ? readBand(inside, { ...site, key: 'band', values: bandForms, forms: bandForms })
    : readEvery(trimmed(inside), { ...site, key: 'every', values: ['20d'], forms: ['a number of sessions such as 20d'] })
}

/** `band()`, `band(5%,)`, `band(rel=)`, `every()`: said of the whole, since there is nothing to point at. */
function refuseGap(part: Part, inside: string, site: OptionSite): undefined {
  const name = part.text.startsWith('band') ? 'band' : 'every'
  const forms = (name === 'band' ? bandForms : ['20d']).map((form) => `${name}(${form})`)
  const filled = inside
    .split(',')
    .map((limit) => limit.trim())
    .filter((limit) => limit !== '' && !limit.endsWith('='))
  const named = forms.filter((form) => /(abs|rel)=/.exec(inside)?.[0] === /(abs|rel)=/.exec(form)?.[0])
  return refuseValue(part, { ...site, values: forms, forms }, filled.length > 0 ? [`${name}(${filled.join(',')})`] : named)
}

function readCalendarRule(part: Part, site: OptionSite): RulePart | undefined {
  const [name = '', anchorText] = part.text.split('@', 2)
  const every = periods.find((period) => period === name)
  if (every === undefined) return refuseValue(part.slice(0, name.length), site, rulesMeant(name))
  if (anchorText === undefined) return { kind: 'calendar', every, anchor: 'end' }
  const anchor = every === 'daily' ? null : anchorOf(anchorText, every)
  if (anchor !== null) return { kind: 'calendar', every, anchor }
  const near = every === 'daily' ? ['daily'] : [every, `${every}@start`]
  return refuseValue(part, site, near)
}

function anchorOf(text: string, every: CalendarPeriod): Anchor | null {
  if (text === 'end' || text === 'start') return text
  const number = readWhole(text)
  if (number !== null) return number >= 1 && number <= latestAnchor ? number : null
  return every === 'weekly' ? (weekdays.find((day) => day === text) ?? null) : null
}

function readEvery(part: Part, site: OptionSite): RulePart | undefined {
  const sessions = readWhole(part.text.endsWith('d') ? part.text.slice(0, -1) : part.text)
  if (sessions === null) return refuseValue(part, site)
  if (!part.text.endsWith('d')) askForUnit(part, { units: ['d'], mended: [`${sessions}d`] }, site)
  const checked = inRange({ value: fraction(BigInt(sessions)), part, range: everyRange, site })
  return checked === undefined ? undefined : { kind: 'every', sessions }
}

/** `5%`, `abs=5%`, `rel=25%`, `5%,25%`, `,25%`. */
function readBand(inside: Part, site: OptionSite): RulePart | undefined {
  const limits: BandLimits = { abs: null, rel: null }
  const texts = inside.text.split(',')
  if (texts.length > 2) return refuseValue(inside, site)
  let from = 0
  for (const [position, text] of texts.entries()) {
    const piece = trimmed(inside.slice(from, from + text.length))
    from += text.length + 1
    const isLeftOut = piece.text === '' && position === 0 && texts.length === 2
    if (!isLeftOut && !addLimit(piece, position === 0 ? 'abs' : 'rel', { limits, site, inside })) return undefined
  }
  return { kind: 'band', absolute: limits.abs, relative: limits.rel }
}

type BandLimits = Record<'abs' | 'rel', string | null>

/** @param position the limit that a piece without a name stands for */
function addLimit(
  piece: Part,
  position: 'abs' | 'rel',
  { limits, site, inside }: { limits: BandLimits; site: OptionSite; inside: Part },
): boolean {
  const named = /^(?:(abs)|rel)\s*=\s*/.exec(piece.text)
  const name = named === null ? position : named[1] === undefined ? 'rel' : 'abs'
  if (limits[name] !== null) {
    refuseValue(inside, site)
    return false
  }
  const points = readPercent(piece.slice(named === null ? 0 : named[0].length), bandRange, site)
  limits[name] = points === undefined ? null : decimalForm(points)
  return points !== undefined
}

function trimmed(part: Part): Part {
  const text = part.text.trim()
  const from = part.text.indexOf(text)
  return part.slice(from, from + text.length)
}

function byNameAndValue(a: RulePart, b: RulePart): number {
  const left = sortKey(a)
  const right = sortKey(b)
  if (left.name !== right.name) return left.name < right.name ? -1 : 1
  return left.first - right.first || left.second - right.second
}

function sortKey(part: RulePart): { name: string; first: number; second: number } {
  if (part.kind === 'every') return { name: 'every', first: part.sessions, second: 0 }
  if (part.kind === 'band') return { name: 'band', first: Number(part.absolute), second: Number(part.relative) }
  return { name: part.every, first: anchorRank(part.anchor), second: 0 }
}

function anchorRank(anchor: Anchor): number {
  if (typeof anchor === 'number') return anchor
  if (anchor === 'end') return -1
  return anchor === 'start' ? 0 : latestAnchor + 1 + weekdays.indexOf(anchor)
}
