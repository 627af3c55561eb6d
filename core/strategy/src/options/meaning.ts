import type { OptionKey } from '../print-option.ts'

/** What each option decides, as one phrase for hover cards, completion and help. */
export const optionMeanings: Readonly<Record<OptionKey, string>> = {
  rebalance: 'when to trade back to the written weights',
  cost: 'what each trade costs',
  slip: 'how much worse than the close each trade executes',
  bench: 'what to compare the portfolio with',
  capital: 'money at the start',
  rf: 'risk-free rate per year, for ratios and for rates written with rf',
  cash: 'interest on cash per year; rest leaves unplaced weight in cash',
  gross: 'what the weights add up to, sides ignored',
  norm: 'whether weights are scaled to add up',
  late: 'what happens before a leg has its first price',
  borrow: 'yearly fee on the value sold short',
  margin: 'yearly interest on negative cash',
}
