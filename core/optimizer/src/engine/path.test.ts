import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { endlessProgram, hardPrograms } from '../trial/hard-programs.ts'
import { coldStart } from './cold-start.ts'
import { followPath } from './path.ts'
import { gradientAt, standing } from './quadratic-program.ts'
import type { Point, QuadraticProgram } from './quadratic-program.ts'

const options = { until: 5, limitsMove: false, maxSteps: 200 }

/** How far a point is from an optimum, relative to the largest gradient. */
function distance(program: QuadraticProgram, { x, t, multipliers, columnStanding, rowStanding }: Point): number {
  const { rows, lower, upper } = program
  const n = x.length
  const gradient = gradientAt(program, x, t)
  const scale = Math.max(1, ...gradient.map(Math.abs), ...x.map(Math.abs))
  let worst = 0
  for (let row = 0; row < rows.count; row++) {
    const terms = Array.from(x, (value, j) => value * rows.coefficients[row * n + j]!)
    const activity = terms.reduce((total, term) => total + term, 0)
    terms.forEach((_, j) => (gradient[j] = gradient[j]! - multipliers[row]! * rows.coefficients[row * n + j]!))
    worst = Math.max(worst, rows.lower[row]! - activity, activity - rows.upper[row]!)
    if (rows.lower[row] !== rows.upper[row]) worst = Math.max(worst, rowStanding[row]! * multipliers[row]!)
  }
  for (let j = 0; j < n; j++) {
    const side = columnStanding[j]!
    worst = Math.max(worst, lower[j]! - x[j]!, x[j]! - upper[j]!)
    if (side === standing.free) worst = Math.max(worst, Math.abs(gradient[j]!))
    else if (lower[j] !== upper[j]) worst = Math.max(worst, side * gradient[j]!)
  }
  return worst / scale
}

describe('the path', () => {
  test('arrives at an optimum where rounding errors look like motion', () => {
    const ends = hardPrograms.map((program, index) => {
      const { end, moving } = coldStart(program, { t: 0, maxSteps: 200 })
      assert.equal(end.kind, 'arrived', `program ${index}`)
      assert.ok(distance(program, moving.point) <= 1e-11, `program ${index} at 0`)
      const { kind } = followPath(moving, options)
      assert.ok(kind === 'unbounded' || distance(program, moving.point) <= 1e-11, `program ${index} at 5`)
      return kind
    })
    assert.deepEqual(ends, ['arrived', 'arrived', 'arrived', 'unbounded'])
  })

  test('finds a direction in which the objective falls for ever behind a row that it runs along', () => {
    const { moving } = coldStart(endlessProgram, { t: 0, maxSteps: 200 })
    const end = followPath(moving, options)
    assert.ok(end.kind === 'unbounded')
    const [a, b, c] = end.ray
    assert.ok(Math.abs(a! + b! + c!) <= 1e-15)
    assert.ok(b! < 0 && c! > 0)
  })
})
