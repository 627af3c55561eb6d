import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { totalReturnCloses } from './total-return-closes.ts'

const days = Int32Array.of(10, 11, 12, 15)

function growth(close: number[], actions: Parameters<typeof totalReturnCloses>[1]): number[] {
  const { closes } = totalReturnCloses({ days, close: Float64Array.from(close) }, actions)
  assert.equal(closes.at(-1), close.at(-1))
  return [...closes.subarray(1)].map((value, i) => value / closes[i]!)
}

function near(actual: number[], expected: number[]): void {
  for (const [i, value] of expected.entries()) assert.ok(Math.abs(actual[i]! - value) < 1e-15, `${actual[i]} is not ${value}`)
}

describe('totalReturnCloses', () => {
  test('adds a dividend on its ex-date', () => {
    near(growth([100, 99, 99, 99], [{ type: 'dividend', day: 11, amount: 2 }]), [1.01, 1, 1])
  })

  test('multiplies by a split', () => {
    near(growth([100, 100, 34, 34], [{ type: 'split', day: 12, ratio: 3 }]), [1, 1.02, 1])
  })

  test('pays a dividend of the split’s own day on the new shares', () => {
    const both = [{ type: 'dividend', day: 11, amount: 1 } as const, { type: 'split', day: 11, ratio: 2 } as const]
    near(growth([100, 50, 50, 50], both), [1.02, 1, 1])
  })

  test('pays a dividend before a split on the old shares, though both fall into one closed stretch', () => {
    const both = [{ type: 'split', day: 14, ratio: 2 } as const, { type: 'dividend', day: 13, amount: 1 } as const]
    near(growth([100, 100, 100, 50], both), [1, 1, 1.01])
  })

  test('ignores what lies outside and what changes no price', () => {
    const outside = [10, 16].map((day) => ({ type: 'split', day, ratio: 7 }) as const)
    near(growth([1, 2, 3, 6], [...outside, { type: 'rename', day: 11, symbol: 'NEW' }]), [2, 1.5, 2])
  })

  test('leaves closes as they are, to the last bit, where no action follows', () => {
    const close = Float64Array.of(0.1, 0.7, 0.3, 0.9)
    assert.deepEqual(totalReturnCloses({ days, close }, []).closes, close)
    const { closes } = totalReturnCloses({ days, close }, [{ type: 'split', day: 12, ratio: 3 }])
    assert.deepEqual(closes.subarray(2), close.subarray(2))
  })

  test('is empty for no prices', () => {
    assert.equal(totalReturnCloses({ days: new Int32Array(), close: new Float64Array() }, []).closes.length, 0)
  })

  test('does not depend on the order of the actions', () => {
    const action = fc.oneof(
      fc.record({ type: fc.constant('split' as const), day: fc.integer({ min: 9, max: 16 }), ratio: fc.constantFrom(2, 3, 0.5) }),
      fc.record({ type: fc.constant('dividend' as const), day: fc.constantFrom(11, 12, 15), amount: fc.constant(0) }),
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 5 }), (actions) => {
        near(growth([8, 4, 2, 1], actions.toReversed()), growth([8, 4, 2, 1], actions))
      }),
    )
  })
})
