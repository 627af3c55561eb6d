import { quantile } from '@portofino/numeric'
import type { CSSProperties } from 'react'

/** The size from which on colors are full: the 95th percentile of all sizes, so that one wild month does not pale the others. */
export function heatCap(values: readonly number[]): number {
  return quantile(Float64Array.from(values, Math.abs), 0.95) ?? 0
}

/** How much of the full color a value has, from −1 to 1, by the same measure on both sides. */
export function heatShare(value: number, cap: number): number {
  if (cap === 0 || value === 0) return 0
  return Math.max(-1, Math.min(1, value / cap))
}

/** The color of a cell, mixed in OKLab between the neutral one and blue or orange. */
export function heatStyle(share: number): CSSProperties {
  const percent = Math.round(Math.abs(share) * 100)
  return { background: `color-mix(in oklab, var(--heat-${share < 0 ? 'down' : 'up'}) ${percent}%, var(--heat-0))` }
}
