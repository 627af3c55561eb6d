/**
 * What a price, an adjusted close, a split ratio or a dividend may be. Far beyond any that ever was, and narrow enough that
 * products of a few of them, squared or raised to the fourth power, neither overflow nor vanish.
 */
export const priceBounds: Readonly<{ lowest: number; highest: number }> = { lowest: 1e-15, highest: 1e15 }

/** What a yield in percent a year may be: zero and less have been paid, minus a hundred would be ruin within the year. */
export const yieldBounds: Readonly<{ lowest: number; highest: number }> = { lowest: -50, highest: 1000 }

/**
 * Whether a price, adjusted close, split ratio or dividend lies within the bounds. NaN and infinities do not.
 *
 * ```ts
 * assert.ok(isSoundPrice(0.01))
 * assert.ok(!isSoundPrice(4.9e-324))
 * ```
 */
export function isSoundPrice(value: number): boolean {
  return value >= priceBounds.lowest && value <= priceBounds.highest
}

/**
 * Whether a close of a yield series, in percent a year, lies within the bounds.
 *
 * ```ts
 * assert.ok(isSoundYield(-0.05))
 * assert.ok(!isSoundYield(Infinity))
 * ```
 */
export function isSoundYield(value: number): boolean {
  return value >= yieldBounds.lowest && value <= yieldBounds.highest
}
