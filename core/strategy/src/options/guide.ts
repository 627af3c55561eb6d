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
  rebalance: 'when to trade back to the written weights; a band waits until a weight strays that far, and + joins rules',
  cost: 'what each trade costs; + joins parts',
  slip: 'how much worse than the close each trade executes',
  bench: 'what to compare the portfolio with',
  capital: 'money at the start',
  rf: 'risk-free rate per year, for ratios and for rates written with rf',
  cash: 'interest on cash per year, rf being the risk-free rate; rest keeps in cash what the weights leave of gross',
  gross: 'what the weights have to add up to, short ones counted like long ones and $CASH included',
  norm: 'whether weights are scaled: on multiplies all by one number so that they reach gross, off takes them as written',
  late: 'what happens before a leg has its first price: clip starts the run when all have one, cash keeps the weight in cash until then, spread gives it to the other legs until then, error refuses the run',
  borrow: 'yearly fee on the value sold short, rf being the risk-free rate',
  margin: 'yearly interest on negative cash, rf being the risk-free rate',
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
