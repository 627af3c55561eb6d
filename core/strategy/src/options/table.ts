import type { OptionKey, OptionValues } from '../print-option.ts'
import { readDecimal } from '../parser/amount.ts'
import type { Part } from '../parser/part.ts'
import type { LatePolicy } from '../tree.ts'
import { readBenchmark } from './benchmark.ts'
import { readCost, readSlip } from './cost.ts'
import { decimalForm, inRange, readPercent } from './percent.ts'
import { readCash, readRateOption, readRiskFree } from './rate.ts'
import { readRebalance } from './rebalance.ts'
import { refuseValue } from './site.ts'
import type { OptionSite, Reading } from './site.ts'

export interface OptionRow<Value> {
  /** As the key's value is typed when it is left out. */
  default: string
  /** Forms of the value, as typed: what E142 lists and the editor offers. */
  values: readonly string[]
  read: (value: Part, site: OptionSite) => Reading<Value>
}

/** Everything the parser knows about each option of Level 1. */
export const optionTable: { readonly [Key in OptionKey]: OptionRow<OptionValues[Key]> } = {
  rebalance: {
    default: 'never',
    values: [
      'never',
      'daily',
      'weekly',
      'monthly',
      'quarterly',
      'semiannual',
      'annual',
      'monthly@start',
      'band(5%)',
      'every(20d)',
    ],
    read: readRebalance,
  },
  cost: { default: '0', values: ['5bps', '0.05%', '$1', '$0.005/sh'], read: readCost },
  slip: { default: '0', values: ['2bps', '0.02%'], read: readSlip },
  bench: { default: 'none', values: ['none', 'SPY', '(SPY-L-60% TLT-L-40%)'], read: readBenchmark },
  capital: { default: '100000', values: ['100000'], read: readCapital },
  rf: { default: '0%', values: ['2%', '^IRX'], read: readRiskFree },
  cash: { default: '0%', values: ['2%', 'rf', 'rf-0.5%', 'rest', 'rest,2%'], read: readCash },
  gross: { default: '100%', values: ['130%'], read: readGross },
  norm: { default: 'off', values: ['on', 'off'], read: (part, site) => readWord(part, site, ['on']) },
  late: {
    default: 'clip',
    values: ['clip', 'cash', 'spread', 'error'],
    read: (part, site) => readWord<LatePolicy>(part, site, ['cash', 'spread', 'error']),
  },
  borrow: { default: '0%', values: ['2%', 'rf', 'rf+1%'], read: readRateOption },
  margin: { default: '0%', values: ['2%', 'rf', 'rf+1%'], read: readRateOption },
}

/** Reserved words of Level 2: recognized, so that they can be refused by name. */
export const laterOptionKeys: readonly string[] = [
  'dead',
  'missing',
  'price',
  'div',
  'ccy',
  'net',
  'shares',
  'lag',
  'liquidate',
  'flow',
  'opt',
  'mc',
  'oos',
  'name',
]

/** One of a few words; the default one is in the option's forms, but not among these. */
function readWord<Word extends string>(part: Part, site: OptionSite, words: readonly Word[]): Reading<Word> {
  const word = words.find((one) => one === part.text)
  if (word !== undefined) return word
  return site.values.includes(part.text) ? null : refuseValue(part, site)
}

function readCapital(part: Part, site: OptionSite): Reading<string> {
  const amount = readDecimal(part.text)
  if (amount === null) return refuseValue(part, site, mendedCapital(part.text))
  const checked = inRange({ value: amount, part, range: { low: '1', high: '1000000000000' }, site })
  if (checked === undefined) return undefined
  const text = decimalForm(checked)
  return text === optionTable.capital.default ? null : text
}

/** `$100,000`, `100_000` and `100k` are plain once the ornaments are gone. */
function mendedCapital(text: string): string[] {
  const match = /^\$?(\d[\d,_']*(?:\.\d+)?)(k|m)?\$?$/i.exec(text)
  if (match === null) return []
  const zeros = { k: '000', m: '000000' }[match[2]?.toLowerCase() ?? ''] ?? ''
  const digits = match[1]!.replace(/[,_']/g, '')
  if (zeros !== '' && digits.includes('.')) return []
  return readDecimal(digits + zeros) === null ? [] : [digits + zeros]
}

function readGross(part: Part, site: OptionSite): Reading<string> {
  const points = readPercent(part, { low: '1%', high: '1000%' }, site)
  if (points === undefined) return undefined
  const text = decimalForm(points)
  return text === '100' ? null : text
}
