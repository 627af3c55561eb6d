import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { targetStages } from './target-stages.ts'

const targets = Float64Array.of(0.5, -0.25, 0.25)
const never = Array<number>(3).fill(Number.POSITIVE_INFINITY)
const plain = (stages: ReturnType<typeof targetStages>) => stages.map(({ from, targets: each }) => [from, ...each])

describe('targetStages', () => {
  test('is one stage when all are listed', () => {
    assert.deepEqual(plain(targetStages({ targets, listed: [0, 0, 0], settled: never, isSpread: true }, 9)), [
      [0, 0.5, -0.25, 0.25],
    ])
  })

  test('keeps cash for what is not listed yet', () => {
    const stages = targetStages({ targets, listed: [0, 4, 2], settled: never, isSpread: false }, 9)
    assert.deepEqual(plain(stages), [
      [0, 0.5, 0, 0],
      [2, 0.5, 0, 0.25],
      [4, 0.5, -0.25, 0.25],
    ])
  })

  test('spreads it over the listed ones by size, so that gross exposure stays', () => {
    const stages = targetStages({ targets, listed: [0, 0, 4], settled: never, isSpread: true }, 9)
    assert.deepEqual(plain(stages), [
      [0, 2 / 3, -1 / 3, 0],
      [4, 0.5, -0.25, 0.25],
    ])
  })

  test('spreads nothing where nothing is listed, and never lists after the end', () => {
    const stages = targetStages({ targets, listed: [3, 3, 9], settled: never, isSpread: true }, 9)
    assert.deepEqual(plain(stages), [
      [0, 0, 0, 0],
      [3, 2 / 3, -1 / 3, 0],
    ])
  })

  test('leaves in cash what was settled, and every other target as it was', () => {
    const stages = targetStages({ targets, listed: [0, 0, 4], settled: [2, 4, 9], isSpread: true }, 9)
    assert.deepEqual(plain(stages), [
      [0, 2 / 3, -1 / 3, 0],
      [2, 0, -1 / 3, 0],
      [4, 0, 0, 0.25],
    ])
  })
})
