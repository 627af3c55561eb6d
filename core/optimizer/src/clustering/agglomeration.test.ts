import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { agglomeration, type Merge } from './agglomeration.ts'
import { leafOrder } from './leaf-order.ts'
import { linkages, type Linkage } from './linked-distance.ts'

const distances = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.array(fc.integer({ min: 1, max: 12 }), { minLength: n * n, maxLength: n * n }).map((drawn) => ({
    n,
    distance: Float64Array.from(drawn, (_, at) => {
      const [i, j] = [Math.floor(at / n), at % n]
      return i === j ? 0 : drawn[Math.max(i, j) * n + Math.min(i, j)]!
    }),
  })),
)

/** By definition: the pair of clusters whose members are nearest, farthest or on average nearest, the lowest ids of equals. */
function byDefinition({ n, distance }: { n: number; distance: Float64Array }, linkage: Exclude<Linkage, 'ward'>): Merge[] {
  const clusters = new Map(Array.from({ length: n }, (_, i) => [i, [i]]))
  const between = (a: readonly number[], b: readonly number[]): number => {
    const all = a.flatMap((i) => b.map((j) => distance[i * n + j]!))
    if (linkage === 'average') return all.reduce((total, value) => total + value, 0) / all.length
    return linkage === 'single' ? Math.min(...all) : Math.max(...all)
  }
  const merges: Merge[] = []
  while (clusters.size > 1) {
    const ids = Array.from(clusters.keys())
    const pairs = ids.flatMap((left, k) => ids.slice(k + 1).map((right) => ({ left, right })))
    const measured = pairs.map((pair) => ({ ...pair, distance: between(clusters.get(pair.left)!, clusters.get(pair.right)!) }))
    const best = measured.reduce((least, each) => (each.distance < least.distance ? each : least))
    const members = [...clusters.get(best.left)!, ...clusters.get(best.right)!]
    clusters.delete(best.left)
    clusters.delete(best.right)
    clusters.set(n + merges.length, members)
    merges.push({ ...best, size: members.length })
  }
  return merges
}

describe('agglomeration', () => {
  for (const linkage of ['single', 'complete'] as const) {
    test(`joins by ${linkage} linkage what the definition joins, ties included`, () => {
      fc.assert(
        fc.property(distances, (drawn) => {
          assert.deepEqual(agglomeration(drawn.distance, drawn.n, linkage), byDefinition(drawn, linkage))
        }),
      )
    })
  }

  test('joins by average linkage at the mean distance of the members', () => {
    fc.assert(
      fc.property(distances, (drawn) => {
        // Means of different members may tie but for rounding, so that only heights are compared; distinct powers of two never tie.
        const distinct = drawn.distance.map(
          (value, at) => value + 2 ** -(5 + Math.min(at, (at % drawn.n) * drawn.n + Math.floor(at / drawn.n)) / 8),
        )
        for (let i = 0; i < drawn.n; i++) distinct[i * drawn.n + i] = 0
        const [actual, expected] = [
          agglomeration(distinct, drawn.n, 'average'),
          byDefinition({ n: drawn.n, distance: distinct }, 'average'),
        ]
        for (const [k, merge] of expected.entries()) assert.ok(Math.abs(actual[k]!.distance - merge.distance) < 1e-12)
      }),
    )
  })

  test('joins by Ward’s linkage at √(2·|A||B|/(|A|+|B|)) times the distance of the centers', () => {
    // Points 0, 1, 5, 9 on a line.
    const points = [0, 1, 5, 9]
    const distance = Float64Array.from(points.flatMap((a) => points.map((b) => Math.abs(a - b))))
    assert.deepEqual(
      agglomeration(distance, 4, 'ward').map(({ left, right, distance: height }) => [left, right, height.toFixed(12)]),
      [
        [0, 1, (1).toFixed(12)],
        [2, 3, (4).toFixed(12)],
        [4, 5, (Math.sqrt(2) * 6.5).toFixed(12)],
      ],
    )
  })

  test('makes a tree whose leaves are all assets, at heights that never fall', () => {
    fc.assert(
      fc.property(distances, fc.constantFrom(...linkages), ({ n, distance }, linkage) => {
        const before = Float64Array.from(distance)
        const merges = agglomeration(distance, n, linkage)
        assert.deepEqual(distance, before)
        assert.ok(merges.every(({ left, right }) => left < right))
        assert.equal(new Set(leafOrder(merges)).size, n)
        for (let k = 1; k < merges.length; k++) assert.ok(merges[k]!.distance >= merges[k - 1]!.distance - 1e-12)
      }),
    )
  })

  test('lists a chain of thousands without running out of stack', () => {
    const merges = Array.from({ length: 20_000 }, (_, k) => ({
      left: k === 0 ? 0 : k + 1,
      right: k === 0 ? 1 : 20_000 + k,
      distance: 1,
      size: k + 2,
    }))
    assert.equal(leafOrder(merges).length, 20_001)
  })
})
