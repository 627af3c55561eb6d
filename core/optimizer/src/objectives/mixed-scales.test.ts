import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { randomFrom } from '../trial/drawn-problem.ts'
import { frontier } from './frontier.ts'
import type { Problem } from '../problem/problem.ts'

/** Sample covariance of a few days more than assets, whose volatilities span so many powers of ten. */
function problemOver(decades: number, { n, seed, hasGroup }: { n: number; seed: number; hasGroup: boolean }): Problem {
  const random = randomFrom(seed)
  const scales = Array.from({ length: n }, () => 10 ** (decades * (random() - 0.5)))
  const days = Array.from({ length: n + 5 }, () => scales.map((scale) => scale * (random() + random() + random() - 1.5)))
  const data = new Float64Array(n * n)
  for (const day of days) {
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) data[i * n + j] = data[i * n + j]! + (day[i]! * day[j]!) / days.length
  }
  return {
    covariance: { kind: 'dense', n, data },
    expectedReturns: Float64Array.from({ length: n }, () => 0.02 + 0.1 * random()),
    ...(hasGroup ? { groups: [{ name: 'a few', members: [0, 2, 5, 7], lower: 0.3 }] } : {}),
  }
}

describe('a frontier of assets whose volatilities differ by powers of ten', () => {
  for (const decades of [2, 4, 6]) {
    test(`of ${decades} powers keeps the budget at every corner, or says that rounding has spoiled it`, () => {
      let proven = 0
      for (let seed = 1; seed <= 12; seed++) {
        const outcome = frontier(problemOver(decades, { n: 12 + seed, seed, hasGroup: seed % 2 === 0 }))
        if (outcome.status !== 'optimal') {
          assert.equal(outcome.status, 'illConditioned')
          continue
        }
        proven += 1
        for (const { weights } of outcome.corners) {
          const total = weights.reduce((sum, weight) => sum + weight, 0)
          assert.ok(Math.abs(total - 1) <= 1e-11, `seed ${seed}: the weights add up to ${total}`)
        }
      }
      assert.ok(decades > 4 || proven === 12, `${proven} of 12 were proven`)
    })
  }
})
