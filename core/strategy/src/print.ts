import { printOptions } from './print-option.ts'
import { printLeg } from './print-leg.ts'
import type { Portfolio, Program } from './tree.ts'

/**
 * The canonical text of a command: one line, legs in written order, two ISO dates, options in the order of the tree,
 * single spaces. Programs that mean the same print the same, and `parse(print(program))` gives the program again.
 *
 * ```ts
 * const { ast } = parse('rebalance=monthly@end aapl-l-1/2  MSFT-S-50.0% 2020..2020-06 # a try')
 * assert.equal(print(ast!), 'AAPL-L-50% MSFT-S-50% 2020-01-01 2020-06-30 rebalance=monthly')
 * ```
 */
export function print({ portfolios }: Program): string {
  return portfolios.map(printPortfolio).join(' | ')
}

function printPortfolio({ legs, period, options }: Portfolio): string {
  return [...legs.map(printLeg), period.from, period.to, ...printOptions(options)].join(' ')
}
