/** One side of a portfolio, long or short, to be filled with whole lots. */
export interface Book {
  /** Money that positions and their fees may take. */
  value: number
  /** Money that each position should be worth: not negative, summing to the value or all zero; shape [n]. */
  targets: Float64Array
  /** What a lot is worth: above zero; shape [n]. */
  lotValues: Float64Array
  /** What a lot takes, fees included; shape [n]. */
  lotCosts: Float64Array
}

/** Shares of the value that are rounding errors. */
export const rounding = 1e-12

/** Whole lots that fit into an amount; what is short of the next lot by rounding only counts as that lot. */
export function wholeLots(amount: number, lot: number): number {
  const lots = amount / lot
  const nearest = Math.round(lots)
  return Math.abs(lots - nearest) <= rounding * nearest ? nearest : Math.floor(lots)
}

/** Whether a cost can be paid, but for rounding. */
export function isAffordable(cost: number, { value }: Book, spent: number): boolean {
  return spent + cost <= value * (1 + rounding)
}
