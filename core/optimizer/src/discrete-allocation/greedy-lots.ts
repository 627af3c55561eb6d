import { sumOfProducts } from '@portofino/numeric'
import { isAffordable, rounding, wholeLots, type Book } from './book.ts'

/**
 * Lots by the greedy rule: every position is rounded down, then one lot at a time is bought of the affordable asset that falls short of
 * its target most, measured in shares of what is invested. Of equals the first is bought.
 *
 * With fees, positions are rounded down from what is left of the value once the fees of the targets are paid.
 *
 * No asset is bought twice: without fees, the lot that follows the rounding brings a position to its share of the whole value, and so of
 * whatever is invested; with fees this is the rule.
 *
 * @returns shape [n]
 */
export function greedyLots(book: Book): Float64Array {
  const { value, targets, lotValues, lotCosts } = book
  const costOfTargets = targets.reduce((total, target, i) => total + target * (lotCosts[i]! / lotValues[i]!), 0)
  const scale = costOfTargets > value ? value / costOfTargets : 1
  const lots = targets.map((target, i) => wholeLots(target * scale, lotValues[i]!))
  const mayBuy = new Set(targets.keys())
  for (;;) {
    const spent = sumOfProducts(lots, lotCosts)
    const invested = sumOfProducts(lots, lotValues)
    let best = -1
    let largest = rounding
    for (const i of mayBuy) {
      const share = invested === 0 ? 0 : (lots[i]! * lotValues[i]!) / invested
      const deficit = targets[i]! / value - share
      if (deficit > largest + (best < 0 ? 0 : rounding) && isAffordable(lotCosts[i]!, book, spent)) {
        best = i
        largest = deficit
      }
    }
    if (best < 0) return lots
    lots[best]! += 1
    mayBuy.delete(best)
  }
}
