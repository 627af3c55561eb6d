import { zeros } from '@portofino/numeric'
import type { Motion } from './motion.ts'
import type { QuadraticProgram } from './quadratic-program.ts'
import { largestOf } from './vectors.ts'

/** How far gradients may go off from where the rates of an earlier stretch, the base, would lead them. */
export class GradientDrift {
  /** Whether there is a base. */
  isKnown: boolean = false
  /** No gradient's rate differs by more from that of the base. */
  speed: number = 0
  /** No gradient moved faster along the base. */
  baseSpeed: number = 0
  /** No term that a rate of a gradient is summed from is larger. */
  scale: number = 0
  readonly #deviations: Float64Array
  /** Largest coefficient of each row: how much of a gradient its multiplier is. */
  readonly rowSizes: Float64Array
  readonly #largest: { deviation: number; slope: number }
  /** Q times the rates of the base, their curvature, and how fast multipliers moved. */
  readonly #product: Float64Array
  #curvature = 0
  readonly #pulls: Float64Array
  #own = 0

  constructor({ hessian, slope, rows }: QuadraticProgram) {
    const { n } = hessian
    this.#deviations = hessian.deviations
    this.#largest = { deviation: largestOf(this.#deviations), slope: largestOf(slope) }
    this.rowSizes = Float64Array.from({ length: rows.count }, (_, row) =>
      largestOf(rows.coefficients.subarray(row * n, (row + 1) * n)),
    )
    this.#product = zeros(n)
    this.#pulls = zeros(rows.count)
  }

  /** Takes the rates that a point has as the base: the product where columns are not free must be in its rates of gradients. */
  keep({ program, free, gradientRate, multiplierRate }: Motion): void {
    const { rows, slope } = program
    this.#product.set(gradientRate)
    this.#pulls.set(multiplierRate)
    for (let k = 0; k < free.size; k++) {
      const column = free.columns[k]!
      let product = -slope[column]!
      for (const row of free.rows) product += multiplierRate[row]! * rows.coefficients[row * slope.length + column]!
      this.#product[column] = product
    }
    this.#curvature = this.#own
    this.baseSpeed = this.#largest.deviation * Math.sqrt(this.#own) + this.#largest.slope + this.scaleOfPulls(multiplierRate)
    this.isKnown = true
  }

  /**
   * Compares the rates that a point has with those of the base.
   *
   * @param isForced whether free columns move only as rows demand: then there is nothing to compare
   */
  measure(moving: Motion, isForced: boolean): void {
    const { program, free, columnRate, multiplierRate } = moving
    const { slope } = program
    let [spread, own, cross] = [0, 0, 0]
    for (let k = 0; k < free.size; k++) {
      const column = free.columns[k]!
      const rate = columnRate[k]!
      spread += this.#deviations[column]! * Math.abs(rate)
      own -= rate * slope[column]!
      cross += rate * this.#product[column]!
    }
    let pulled = 0
    for (const row of free.rows) own += multiplierRate[row]! * moving.limitSlope(row)
    for (let row = 0; row < multiplierRate.length; row++) {
      pulled += Math.abs(multiplierRate[row]! - this.#pulls[row]!) * this.rowSizes[row]!
    }
    this.#own = isForced ? Infinity : Math.max(0, own)
    const noise = 1e-12 * (this.#own + this.#curvature)
    const apart = Math.max(0, this.#own - 2 * cross + this.#curvature) + noise
    this.speed = isForced ? Infinity : this.#largest.deviation * Math.sqrt(apart) + pulled
    this.scale = Math.max(
      this.#largest.deviation * spread,
      this.#largest.slope,
      this.scaleOfPulls(multiplierRate),
      this.#scaleOfLimits(moving),
    )
  }

  /** Of the terms that rates of multipliers come from where limits move: what these leave of each other need not be anything. */
  #scaleOfLimits(moving: Motion): number {
    let largest = 0
    for (const row of moving.free.rows) {
      const pull = moving.free.weights[row]! * Math.abs(moving.limitSlope(row)) * this.rowSizes[row]!
      if (pull > largest) largest = pull
    }
    return largest
  }

  /** The largest term that a pull of rows adds to any gradient. */
  scaleOfPulls(multiplierRate: Float64Array): number {
    let largest = 0
    for (let row = 0; row < multiplierRate.length; row++) {
      largest = Math.max(largest, Math.abs(multiplierRate[row]!) * this.rowSizes[row]!)
    }
    return largest
  }
}
