import type { OptionUsage } from '../arguments/usage.ts'
import type { Arguments } from '../arguments/read-arguments.ts'
import { WrongUse } from '../arguments/wrong-use.ts'
import { assetOf, numberFromZero, optional, percentOf, percentsByAsset, percentText, rateOf, sizeOf } from './written-numbers.ts'

/** What limits weights; for every objective over a whole problem. */
export const limitOptions: readonly OptionUsage[] = [
  {
    name: 'min',
    value: 'WEIGHTS',
    meaning: 'least weight of each, 0% by default: 5%, or AAPL=5%,*=1%; --min=-20% lets any be sold short',
  },
  { name: 'max', value: 'WEIGHTS', meaning: 'greatest weight of each, 100% by default: 20%, or AAPL=30%,*=20%' },
  { name: 'groups', value: 'LIST', meaning: 'limits of several together: tech=AAPL+MSFT:10%..40%,oil=XOM+CVX:..20%' },
  { name: 'budget', value: 'WEIGHT', meaning: 'what the weights add up to, 100% by default; below it the rest stays in cash' },
  { name: 'gross', value: 'WEIGHT', meaning: 'most that the sizes of all weights, shorts included, add up to' },
  { name: 'turnover', value: 'WEIGHT', meaning: 'most that may be traded from the weights as written, buys and sales together' },
  { name: 'cost', value: 'RATE', meaning: 'cost a year of a trade from the weights as written: 10bps or 0.1%' },
  { name: 'l2', value: 'NUMBER', meaning: 'penalty on the squares of weights, for broader portfolios: 0.1' },
]

/** The legs that limits are about. */
export interface Legs {
  assets: readonly string[]
  sides: readonly ('L' | 'S')[]
}

/** Limits as the JSON form has them. Weights of a short leg count downwards: `--max 20%` is at most 20% short. */
export function limitsOf(given: Arguments, legs: Legs, command: string): Record<string, unknown> {
  const read = <Value>(option: string, by: (text: string, place: { option: string; command: string }) => Value) =>
    optional(given, { option, command }, by)
  const turnover = read('turnover', sizeOf)
  const cost = read('cost', rateOf)
  const written = {
    bounds: boundsOf(given, legs, command),
    groups: read('groups', (text) => groupsOf(text, legs.assets, command)),
    budget: read('budget', percentOf),
    gross_exposure: read('gross', sizeOf),
    turnover: turnover === undefined ? undefined : { max: turnover },
    costs: cost === undefined ? undefined : { rate: cost },
    l2: read('l2', numberFromZero),
  }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined))
}

function boundsOf(given: Arguments, { assets, sides }: Legs, command: string): object | undefined {
  const [min, max] = ['min', 'max'].map((option) =>
    optional(given, { option, command }, (text, place) => percentsByAsset(text, assets, place)),
  )
  if (min === undefined && max === undefined) return undefined
  const crossed = assets.findIndex((_, i) => (min?.[i] ?? 0) > (max?.[i] ?? 1))
  if (crossed >= 0) {
    const [least, most] = [percentText(min?.[crossed] ?? 0), percentText(max?.[crossed] ?? 1)]
    throw new WrongUse(`--min ${least} of ${assets[crossed]} is above its --max of ${most}`, command)
  }
  const along = assets.map((_, i) => ({ least: min?.[i] ?? 0, most: max?.[i] ?? 1, isShort: sides[i] === 'S' }))
  return {
    lower: along.map(({ least, most, isShort }) => (isShort ? -most : least)),
    upper: along.map(({ least, most, isShort }) => (isShort ? -least : most)),
  }
}

interface WrittenGroup {
  name: string
  members: string[]
  lower?: number
  upper?: number
}

function groupsOf(text: string, assets: readonly string[], command: string): WrittenGroup[] {
  const groups = text.split(',').map((part) => groupOf(part, assets, command))
  const twice = groups.find(({ name }, index) => groups.findIndex((group) => group.name === name) < index)
  if (twice !== undefined) throw new WrongUse(`--groups names ${twice.name} twice; each group needs its own name`, command)
  return groups
}

function groupOf(part: string, assets: readonly string[], command: string): WrittenGroup {
  const place = { option: 'groups', command }
  const found = /^\s*([^=]+)=([^:]+):([^:]*)\.\.([^:]*)$/.exec(part)
  if (found === null) throw new WrongUse(`--groups needs parts such as tech=AAPL+MSFT:10%..40%, got "${part.trim()}"`, command)
  const [, name = '', members = '', lower = '', upper = ''] = found
  const limit = (side: 'lower' | 'upper', written: string): { lower?: number; upper?: number } =>
    written.trim() === '' ? {} : { [side]: percentOf(written, place) }
  const limits = { ...limit('lower', lower), ...limit('upper', upper) }
  if ((limits.lower ?? -Infinity) > (limits.upper ?? Infinity)) {
    throw new WrongUse(`--groups ${name.trim()} leaves nothing: ${lower.trim()} is above ${upper.trim()}`, command)
  }
  return { name: name.trim(), members: members.split('+').map((member) => assetOf(member, assets, place)), ...limits }
}
