import { integerZeros } from '@portofino/numeric'
import type { GradientDrift } from './gradient-drift.ts'
import type { Motion } from './motion.ts'
import { standing } from './quadratic-program.ts'
import type { Point } from './quadratic-program.ts'

/** With so few columns it is not worth while to leave any out. */
const fewColumns = 48

/**
 * The columns at a bound whose gradients are followed along the path, in the order of their numbers.
 *
 * A column is left out for a while when its gradient, going on as on the last stretch, does not come near zero in that time. How far
 * the gradient may be from there in fact is bounded: rates r instead of r₀ move it by (Q(r − r₀))ⱼ besides what the rows do, and
 * |(Qd)ⱼ| <= √Qⱼⱼ·√(d'Qd) by the inequality of Cauchy and Schwarz. Columns that are not at zero are always followed.
 */
export class WatchedColumns {
  readonly columns: Int32Array
  count: number = 0
  isComplete: boolean = true
  /** How much longer, and how far from where they were expected, gradients may go before one that is left out could come to zero. */
  #time = 0
  #margin = 0
  /** How large the margin is, relative to how far gradients may go in the time. */
  #share = 1 / 16
  /** How long steps were, later ones weighing more. */
  #usual = 0
  readonly #isWatched: Uint8Array

  constructor(point: Point) {
    this.columns = integerZeros(point.x.length)
    this.#isWatched = new Uint8Array(point.x.length)
    this.all(point)
  }

  /** Follows all columns that are not free. */
  all({ columnStanding }: Point): void {
    this.isComplete = true
    this.#choose((column) => columnStanding[column] !== standing.free)
  }

  /** Leaves out what it can, gradients being up to date, and their rates those of the last stretch. */
  narrow({ program: { lower, upper }, point, gradientRate: rates, drift }: Motion & { drift: GradientDrift }): void {
    const { x, gradient, columnStanding } = point
    const n = x.length
    const time = this.#usual * (3 + Math.sqrt(n) / 5)
    const margin = this.#share * drift.baseSpeed * time
    if (n < fewColumns || !(margin > 0)) return
    let all = 0
    const isNear = (column: number): boolean => {
      const at = columnStanding[column]!
      if (at === standing.free) return false
      all += 1
      if (x[column] !== 0 || at === standing.held) return true
      const nearest = Math.min(0, -at * rates[column]! * time) - at * gradient[column]!
      return lower[column] !== upper[column] && !(nearest > margin)
    }
    this.#choose(isNear)
    if (4 * this.count > all) {
      this.#choose((column) => columnStanding[column] !== standing.free)
      return
    }
    this.isComplete = false
    this.#time = time
    this.#margin = margin
  }

  #choose(isChosen: (column: number) => boolean): void {
    this.count = 0
    for (let column = 0; column < this.#isWatched.length; column++) {
      const chosen = isChosen(column)
      this.#isWatched[column] = chosen ? 1 : 0
      if (!chosen) continue
      this.columns[this.count] = column
      this.count += 1
    }
  }

  /** Whether nothing that is left out comes to zero within dt at this speed. */
  isCertainFor(dt: number, speed: number): boolean {
    if (this.isComplete) return true
    if (dt * speed >= this.#margin) this.#share = Math.min(1, 2 * this.#share)
    else if (dt >= this.#time) this.#share /= 1.25
    else return true
    return false
  }

  /** A step of dt was taken, and gradients went off the way they were expected to go at this speed at most. */
  step(dt: number, speed: number): void {
    this.#usual += (dt - this.#usual) / 4
    this.#time -= dt
    this.#margin -= dt * speed
  }

  add(column: number): void {
    if (this.#isWatched[column] === 1) return
    this.#isWatched[column] = 1
    let place = this.count
    for (; place > 0 && this.columns[place - 1]! > column; place--) this.columns[place] = this.columns[place - 1]!
    this.columns[place] = column
    this.count += 1
  }

  remove(column: number): void {
    if (this.#isWatched[column] === 0) return
    this.#isWatched[column] = 0
    let place = 0
    while (this.columns[place] !== column) place += 1
    this.columns.copyWithin(place, place + 1, this.count)
    this.count -= 1
  }
}
