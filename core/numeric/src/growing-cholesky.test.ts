import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { GrowingCholesky } from './growing-cholesky.ts'

/** Rows of a well-conditioned matrix: Gram rows of small whole numbers, plus the identity. */
function positiveDefinite(vectors: readonly (readonly number[])[]): number[][] {
  return vectors.map((a, i) => vectors.map((b, j) => a.reduce((total, value, k) => total + value * b[k]!, 0) + (i === j ? 1 : 0)))
}

function factorOf(rows: readonly (readonly number[])[]): GrowingCholesky {
  const factor = new GrowingCholesky()
  rows.forEach((row, i) => assert.ok(factor.append(Float64Array.from(row.slice(0, i + 1))) > 0))
  return factor
}

function product(factor: GrowingCholesky): number[][] {
  const places = Array.from({ length: factor.size }, (_, i) => i)
  return places.map((i) =>
    places.map((j) =>
      places.slice(0, Math.min(i, j) + 1).reduce((total, k) => total + factor.entry(i, k) * factor.entry(j, k), 0),
    ),
  )
}

function assertClose(actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void {
  assert.equal(actual.length, expected.length)
  const scale = Math.max(1, ...expected.flat().map(Math.abs))
  actual.forEach((row, i) => row.forEach((value, j) => assert.ok(Math.abs(value - expected[i]![j]!) <= 1e-12 * scale)))
}

const entry = fc.integer({ min: -3, max: 3 })
const matrices = fc
  .integer({ min: 1, max: 24 })
  .chain((n) => fc.array(fc.array(entry, { minLength: 5, maxLength: 5 }), { minLength: n, maxLength: n }))
  .map(positiveDefinite)

describe('GrowingCholesky', () => {
  test('matches a factor worked out by hand', () => {
    const factor = factorOf([
      [4, 12, -16],
      [12, 37, -43],
      [-16, -43, 98],
    ])
    const places = [0, 1, 2].map((i) => [0, 1, 2].slice(0, i + 1).map((j) => factor.entry(i, j)))
    assert.deepEqual(places, [[2], [6, 1], [-8, 5, 3]])
  })

  test('refuses a row that depends on the others, and stays as it was', () => {
    const factor = factorOf([[4]])
    assert.equal(factor.append(Float64Array.of(2, 1)), 0)
    assert.equal(factor.size, 1)
    assert.equal(factor.append(Float64Array.of(2, 1 + 1e-14), 1e-12) <= 1e-12, true)
    assert.equal(factor.size, 1)
  })

  test('is the factor of what is left when a row goes, and its followers follow', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (rows, seed) => {
        const factor = factorOf(rows)
        const b = rows.map((_, i) => i - 3)
        const follower = Float64Array.from(b)
        factor.forward(follower)
        const gone = seed % rows.length
        factor.remove(gone, [follower])
        const isLeft = (_: unknown, i: number): boolean => i !== gone
        const left = rows.filter(isLeft).map((row) => row.filter(isLeft))
        assertClose(product(factor), left)
        const expected = Float64Array.from(b.filter(isLeft))
        factor.forward(expected)
        assertClose([Array.from(follower.slice(0, left.length))], [Array.from(expected)])
      }),
    )
  })

  test('extends a follower by the row that came last', () => {
    const factor = factorOf([
      [4, 2],
      [2, 5],
    ])
    assert.equal(factor.extended(Float64Array.of(3), 11), 4)
  })

  test('takes a multiple of a square, and gives it back', () => {
    fc.assert(
      fc.property(matrices, fc.array(entry, { minLength: 24, maxLength: 24 }), (rows, values) => {
        const factor = factorOf(rows)
        const v = Float64Array.from(values.slice(0, rows.length))
        assert.ok(factor.update(v.slice(), 3))
        assertClose(
          product(factor),
          rows.map((row, i) => row.map((value, j) => value + 3 * v[i]! * v[j]!)),
        )
        assert.ok(factor.update(v.slice(), -3))
        assertClose(product(factor), rows)
      }),
    )
  })

  test('says when what is taken leaves nothing positive', () => {
    const factor = factorOf([[4]])
    assert.equal(factor.update(Float64Array.of(2), -1), false)
  })

  test('solves, whatever it went through', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (rows, seed) => {
        const factor = factorOf(rows)
        const place = seed % rows.length
        factor.remove(place)
        const order = [...rows.keys()].filter((i) => i !== place).concat(place)
        factor.append(Float64Array.from(order, (i) => rows[place]![i]!))
        const x = order.map((i) => i + 1)
        const b = Float64Array.from(order, (i) => order.reduce((total, j, k) => total + rows[i]![j]! * x[k]!, 0))
        factor.solve(b)
        b.forEach((value, k) => assert.ok(Math.abs(value - x[k]!) <= 1e-9 * rows.length))
      }),
    )
  })
})
