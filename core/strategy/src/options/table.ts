import type { OptionKey, OptionValues } from '../print-option.ts'
import type { Part } from '../parser/part.ts'
import type { LatePolicy } from '../tree.ts'
import { readBenchmark } from './benchmark.ts'
import { readCost, readSlip } from './cost.ts'
import { readCapital, standardCapital } from './capital.ts'
import { decimalForm, readPercent } from './percent.ts'
import { readCash, readRateOption, readRiskFree } from './rate.ts'
import { readRebalance } from './rebalance.ts'
import { refuseValue } from './site.ts'
import type { OptionSite, Reading } from './site.ts'

export interface OptionRow<Value> {
  /** As the key's value is typed when it is left out. */
  default: string
  /** Forms of the value, as typed: what E142 expects and the editor offers. */
  values: readonly string[]
  /** The same in words, where a value is only an example of its form: what the message of E142 lists. */
  forms?: readonly string[]
  read: (value: Part, site: OptionSite) => Reading<Value>
}

const rateRow = {
  default: '0%',
  values: ['2%', 'rf', 'rf+1%'],
  forms: ['a percentage such as 2%', 'rf', 'a margin to it such as rf+1%'],
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
    forms: [
      'never',
      'daily',
      'weekly',
      'monthly',
      'quarterly',
      'semiannual',
      'annual',
      'a day of these such as monthly@start',
      'a band such as band(5%)',
      'a number of sessions such as every(20d)',
    ],
    read: readRebalance,
  },
  cost: {
    default: '0',
    values: ['5bps', '0.05%', '$1', '$0.005/sh'],
    forms: [
      'basis points such as 5bps',
      'a percentage such as 0.05%',
      'money per order such as $1',
      'money per share such as $0.005/sh',
    ],
    read: readCost,
  },
  slip: {
    default: '0',
    values: ['2bps', '0.02%'],
    forms: ['basis points such as 2bps', 'a percentage such as 0.02%'],
    read: readSlip,
  },
  bench: {
    default: 'none',
    values: ['none', '^GSPC', '(KO-L-60% PG-L-40%)'],
    forms: ['none', 'a ticker such as SPY', 'legs in brackets such as (SPY-L-60% TLT-L-40%)'],
    read: readBenchmark,
  },
  capital: { default: standardCapital, values: ['100000'], forms: ['a number such as 100000'], read: readCapital },
  rf: {
    default: '0%',
    values: ['2%', '^IRX'],
    forms: ['a percentage such as 2%', 'a ticker of yields such as ^IRX'],
    read: readRiskFree,
  },
  cash: {
    default: '0%',
    values: ['2%', 'rf', 'rf-0.5%', 'rest', 'rest,2%'],
    forms: ['a percentage such as 2%', 'rf', 'a margin to it such as rf-0.5%', 'rest', 'both such as rest,2%'],
    read: readCash,
  },
  gross: { default: '100%', values: ['130%'], forms: ['a percentage such as 130%'], read: readGross },
  norm: { default: 'off', values: ['on', 'off'], read: readSwitch },
  late: {
    default: 'clip',
    values: ['clip', 'cash', 'spread', 'error'],
    read: (part, site) => readWord<LatePolicy>(part, site, ['cash', 'spread', 'error']),
  },
  borrow: { ...rateRow, read: readRateOption },
  margin: { ...rateRow, read: readRateOption },
}

/** One of a few words; the default one is in the option's forms, but not among these. */
function readWord<Word extends string>(part: Part, site: OptionSite, words: readonly Word[]): Reading<Word> {
  const word = words.find((one) => one === part.text)
  if (word !== undefined) return word
  return site.values.includes(part.text) ? null : refuseValue(part, site)
}

function readSwitch(part: Part, site: OptionSite): Reading<'on'> {
  const word = part.text.toLowerCase()
  const isOn = /^(yes|y|true|t|1)$/.test(word)
  const isOff = /^(no|n|none|never|false|f|0)$/.test(word)
  if (isOn || isOff) return refuseValue(part, site, [isOn ? 'on' : 'off'])
  return readWord(part, site, ['on'])
}

function readGross(part: Part, site: OptionSite): Reading<string> {
  const sum = sumOfSides(part.text)
  if (sum !== null) return refuseValue(part, site, [sum])
  const points = readPercent(part, { low: '1%', high: '1000%' }, site)
  if (points === undefined) return undefined
  const text = decimalForm(points)
  return text === '100' ? null : text
}

/** `130/30`: long and short as a part of the capital each, one whole apart; the weights add up to both. */
function sumOfSides(text: string): string | null {
  const match = /^(\d{3})%?\/(\d{1,3})%?$/.exec(text)
  if (match === null) return null
  const [long, short] = [Number(match[1]), Number(match[2])]
  return long - short === 100 ? `${long + short}%` : null
}
