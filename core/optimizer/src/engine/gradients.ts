import { gradientAt } from './quadratic-program.ts'
import type { GradientDrift } from './gradient-drift.ts'
import type { Motion } from './motion.ts'
import type { WatchedColumns } from './watched-columns.ts'

/** A motion of which the gradients of some columns only are followed. */
export interface WatchedMotion extends Motion {
  /** Whose gradients, and rates of gradients, are up to date. */
  readonly watched: WatchedColumns
  readonly drift: GradientDrift
}

/** All gradients afresh, from a point and its multipliers. */
export function findGradients({ point, program, free }: Motion): void {
  const { rows } = program
  const { x, gradient, multipliers, t } = point
  gradient.set(gradientAt(program, x, t))
  for (let row = 0; row < rows.count; row++) subtractTimes(gradient, multipliers[row]!, { of: rows.coefficients, row })
  for (let k = 0; k < free.size; k++) gradient[free.columns[k]!] = 0
}

/** Rates of the gradients that are watched, from those of columns and multipliers. */
export function findWatchedRates(moving: WatchedMotion): void {
  const { program, free, watched, gradientRate, multiplierRate } = moving
  const { hessian, rows, slope } = program
  const { n } = hessian
  const { columns, count } = watched
  const along = { columns: free.columns, values: moving.columnRate, count: free.size }
  // Whole rows one after the other are read several times as fast as places here and there.
  if (4 * count > n) hessian.product(along, gradientRate)
  else hessian.productAt(along, watched, gradientRate)
  if (watched.isComplete) moving.drift.keep(moving)
  for (let k = 0; k < count; k++) gradientRate[columns[k]!] = gradientRate[columns[k]!]! + slope[columns[k]!]!
  for (let row = 0; row < rows.count; row++) {
    const pull = multiplierRate[row]!
    if (pull === 0) continue
    const at = row * n
    for (let k = 0; k < count; k++) {
      const column = columns[k]!
      gradientRate[column] = gradientRate[column]! - pull * rows.coefficients[at + column]!
    }
  }
}

/** Rates of all gradients where only multipliers move. */
export function findPulledRates({ program: { rows }, gradientRate, multiplierRate, drift }: WatchedMotion): void {
  gradientRate.fill(0)
  for (let row = 0; row < rows.count; row++) subtractTimes(gradientRate, multiplierRate[row]!, { of: rows.coefficients, row })
  drift.isKnown = false
  drift.scale = drift.scaleOfPulls(multiplierRate)
}

/** Takes `times` one row of coefficients off. */
function subtractTimes(out: Float64Array, times: number, { of, row }: { of: Float64Array; row: number }): void {
  if (times === 0) return
  const at = row * out.length
  for (let j = 0; j < out.length; j++) out[j] = out[j]! - times * of[at + j]!
}
