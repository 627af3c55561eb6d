import type { OptionKey } from '../print-option.ts'
import { optionTable } from './table.ts'

/** What a person needs to know of one option. */
export interface OptionGuide {
  /** What it decides, as one phrase. */
  meaning: string
  /** As its value is typed when it is left out. */
  default: string
  /** Forms of its value, as typed. */
  values: readonly string[]
}

const meanings: Readonly<Record<OptionKey, string>> = {
  rebalance: 'when to trade back to the written weights',
  cost: 'what each trade costs',
  slip: 'how much worse than the close each trade executes',
  bench: 'what to compare the portfolio with',
  capital: 'money at the start',
  rf: 'risk-free rate per year, for ratios and for rates written with rf',
  cash: 'interest on cash per year; rest keeps unplaced weight in cash',
  gross: 'what the weights add up to, sides ignored',
  norm: 'whether weights are scaled until they add up',
  late: 'what happens before a leg has its first price',
  borrow: 'yearly fee on the value sold short',
  margin: 'yearly interest on negative cash',
}

/**
 * Meaning, default and values of an option, for hover cards, help and tables of policies.
 *
 * ```ts
 * assert.equal(optionGuide('rebalance').default, 'never')
 * ```
 */
export function optionGuide(key: OptionKey): OptionGuide {
  const { default: standard, values } = optionTable[key]
  return { meaning: meanings[key], default: standard, values }
}
