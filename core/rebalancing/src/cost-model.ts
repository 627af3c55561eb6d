/** What trading costs. All zero or positive. */
export interface CostModel {
  /** Commission and slippage together, as a fraction of traded value. */
  rate: number
  /** Money per share. */
  perShare: number
  /** Money per order. */
  perOrder: number
}

export const noCosts: Readonly<CostModel> = Object.freeze({ rate: 0, perShare: 0, perOrder: 0 })

/** An order smaller than this share of the value is the rounding of arithmetic, not a trade. */
export const smallestOrderShare = 1e-12

/**
 * Whether every trade is free.
 *
 * ```ts
 * assert.equal(isFree({ rate: 0, perShare: 0, perOrder: 1 }), false)
 * ```
 */
export function isFree({ rate, perShare, perOrder }: CostModel): boolean {
  return rate === 0 && perShare === 0 && perOrder === 0
}

export interface Order {
  /** Signed money. */
  value: number
  /** Money per share, above zero. */
  price: number
}

/**
 * Cost of one order; zero for an order of nothing.
 *
 * ```ts
 * assert.equal(orderCost({ rate: 0.001, perShare: 0.01, perOrder: 1 }, { value: -5000, price: 50 }), 7)
 * ```
 */
export function orderCost({ rate, perShare, perOrder }: CostModel, { value, price }: Order): number {
  if (value === 0) return 0
  const traded = Math.abs(value)
  return rate * traded + (perShare * traded) / price + perOrder
}
