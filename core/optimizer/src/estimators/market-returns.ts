import { OptimizerInputError } from '../input-error.ts'
import { present } from './columns.ts'

/** @throws OptimizerInputError for what can only be prices: no market doubles in every period */
export function checkMarketReturns(market: Float64Array): void {
  const given = present(market)
  if (given.length === 0 || given.some((value) => value <= 1)) return
  const message = `market must be returns as fractions, got ${given[0]} and more of that size; of prices, p/p₋₁ − 1`
  throw new OptimizerInputError('out_of_range', message, { field: 'market' })
}
