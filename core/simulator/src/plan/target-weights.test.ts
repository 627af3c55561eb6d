import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from '@portofino/strategy'
import { targetWeights } from './target-weights.ts'

const weights = (text: string) => targetWeights(parse(`${text} 2020 2021`).ast!.portfolios[0])

describe('targetWeights', () => {
  test('are the written weights, short ones negative, to the nearest double', () => {
    assert.deepEqual(weights('A-L-1/3 B-S-0.1% C-L-*'), [1 / 3, -0.001, 0.6656666666666666])
    assert.deepEqual(weights('A-L-33.33% B-L-33.33% C-L-33.33%'), [0.3333, 0.3333, 0.3333])
  })

  test('include cash, which `*` may fill', () => {
    assert.deepEqual(weights('A-L-60% $CASH-L-*'), [0.6, 0.4])
  })

  test('are scaled to gross by norm=on, sides ignored', () => {
    assert.deepEqual(weights('A-L-30% B-S-10% norm=on'), [0.75, -0.25])
    assert.deepEqual(weights('A-L-30% B-S-10% gross=200% norm=on'), [1.5, -0.5])
    assert.deepEqual(weights('A-L-30% $CASH-L-10% norm=on'), [0.75, 0.25])
  })

  test('of two hundred legs without a common denominator are numbers', () => {
    const legs = Array.from({ length: 199 }, (_, i) => `A${i}-L-1/${999_999_000_000_000 + 7919 * i}`).join(' ')
    const filled = weights(`${legs} B-L-*`)
    assert.ok(Math.abs(filled.at(-1)! - 1) < 1e-12)
    assert.equal(filled[0], 1 / 999_999_000_000_000)
    const scaled = weights(`${legs} B-S-1/999999999999989 norm=on`)
    assert.ok(scaled.every((weight) => Math.abs(Math.abs(weight) - 1 / 200) < 1e-8))
  })

  test('leave the rest to cash with cash=rest', () => {
    assert.deepEqual(weights('A-L-30% B-L-10% cash=rest'), [0.3, 0.1])
  })
})
