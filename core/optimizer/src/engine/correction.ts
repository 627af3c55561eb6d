import { zeros } from '@portofino/numeric'
import { findGradients } from './gradients.ts'
import type { Motion } from './motion.ts'
import { NewtonSteps, takeStep } from './newton-steps.ts'
import { linearAt, standing } from './quadratic-program.ts'
import { largestOf } from './vectors.ts'

/** The error of a step is as large as t: once t has fallen to this share, what earlier steps left is large beside those to come. */
const fallen = 1 / 16
/** Rows that miss their limits by more than this share of the largest column tell of a large error. */
const tellTale = 1e-14
/** Rows may miss their limits by this share. */
const missable = 16 * Number.EPSILON
/** Further than this share of the largest column only nearly dependent columns lead, which rounding cannot place. */
const nearby = 1e-9

interface CorrectedMotion extends Motion {
  /** The limit that a row holds. */
  limit: (row: number, t: number) => number
}

/** Takes back what rounding puts a point off on its way along a frontier. */
export class Correction {
  #last: number
  #wasFar = false

  /** @param last the size of t where the point was exact */
  constructor(last: number) {
    this.#last = last
  }

  /**
   * Computes the point afresh where errors may have grown, then keeps its rows.
   *
   * @param stopped the column that has come to its bound
   */
  after(moving: CorrectedMotion, stopped: number | null): void {
    const { point } = moving
    const size = Math.abs(point.t)
    const missed = mostMissed(moving)
    const isDue = size < this.#last * fallen || missed > tellTale || this.#wasFar
    if (isDue) {
      this.#last = size
      // Where it was far off, t is too: what begins to move there is not yet where it should be.
      this.#wasFar = correct(moving) > tellTale
      if (stopped !== null) stopAtBound(moving, stopped)
      findGradients(moving)
      findActivity(moving)
    }
    if (stopped !== null) point.x[stopped] = boundNear(moving, stopped)
    if (isDue || missed > missable) keepRows(moving, stopped)
  }
}

/** Of a free column that has come to a bound but for rounding. */
function boundNear({ program: { lower, upper }, point: { x } }: Motion, column: number): number {
  const [below, above] = [lower[column]!, upper[column]!]
  return Math.abs(x[column]! - below) < Math.abs(x[column]! - above) ? below : above
}

/** Pulls a column to its bound; the others that are free give way as it is best. */
function stopAtBound(moving: Motion, column: number): void {
  const { point, free } = moving
  const away = boundNear(moving, column) - point.x[column]!
  const along = zeros(free.size)
  along[free.place[column]!] = 1
  const pulls = zeros(free.rows.length)
  free.solve(along, pulls)
  const own = along[free.place[column]!]!
  if (own > 0 && largestOf(along) * Math.abs(away) <= nearby * own) takeStep(moving, { along, pulls }, away / own)
}

/** A step of Newton's, unless it leads too far; how far it leads, as a share of the largest column. */
function correct(moving: CorrectedMotion): number {
  const { program, point, free } = moving
  const limits = Float64Array.from(free.rows, (row) => moving.limit(row, point.t))
  const step = new NewtonSteps(program, free).from(point, { linear: linearAt(program, point.t), limits })
  const far = largestOf(step.along) / Math.max(1, largestOf(point.x))
  if (far <= nearby) takeStep(moving, step)
  return far
}

/** Values of the rows that hold nothing, afresh. */
function findActivity(moving: CorrectedMotion): void {
  const { activity, rowStanding } = moving.point
  for (let row = 0; row < activity.length; row++) {
    if (rowStanding[row] === standing.free) activity[row] = -lessActivity(moving, row, 0)
  }
}

/** By how much a row misses the limit that it holds. */
function missedBy(moving: CorrectedMotion, row: number): number {
  return lessActivity(moving, row, moving.limit(row, moving.point.t))
}

function lessActivity({ program: { rows }, point: { x } }: Motion, row: number, from: number): number {
  const { coefficients } = rows
  const at = row * x.length
  let left = from
  for (let j = 0; j < x.length; j++) left -= coefficients[at + j]! * x[j]!
  return left
}

/** The most that any row misses its limit by, as a share of the largest column where that is above 1. */
function mostMissed(moving: CorrectedMotion): number {
  let most = 0
  for (const row of moving.free.rows) most = Math.max(most, Math.abs(missedBy(moving, row)))
  return most <= missable ? most : most / Math.max(1, largestOf(moving.point.x))
}

/**
 * Moves free columns but one by as little as lets each row that holds keep its limit to the last bits; the first, which is the budget where
 * there is one, in the end.
 */
function keepRows(moving: CorrectedMotion, stopped: number | null): void {
  const { program, point, free } = moving
  const { x } = point
  for (const row of free.rows.toSorted((a, b) => b - a)) {
    const own = program.rows.coefficients.subarray(row * x.length, (row + 1) * x.length)
    let square = 0
    for (let k = 0; k < free.size; k++) {
      const coefficient = own[free.columns[k]!]!
      if (free.columns[k] !== stopped) square += coefficient * coefficient
    }
    const by = square === 0 ? 0 : missedBy(moving, row) / square
    for (let k = 0; k < free.size; k++) {
      const column = free.columns[k]!
      if (column !== stopped) x[column] = x[column]! + by * own[column]!
    }
  }
}
