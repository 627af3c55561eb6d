import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { failureInWords } from './answer-in-words.ts'

describe('failureInWords', () => {
  test('names the best portfolio only where it holds something', () => {
    const noTangency = { status: 'no_tangency', risk_free: 0.02, best_return: 0, best_assets: [] as number[] } as const
    assert.match(failureInWords(noTangency, ['AAA', 'BBB'])!, /ratio: the best earns 0\.00%\./)
    assert.match(failureInWords({ ...noTangency, best_assets: [1] }, ['AAA', 'BBB'])!, /ratio: the best, BBB, earns 0\.00%\./)
  })

  test('a range without an end has none in words', () => {
    const nothing = { weights: [1], cost: 0, volatility: 0.2 }
    const unreachable = { status: 'unreachable', target: 0.05, nearest: nothing, best: nothing } as const
    const words = (range: [number, number]) => failureInWords({ ...unreachable, range }, ['AAA'])
    assert.match(words([0.18, Infinity])!, /; what can be reached begins at 0\.18\. /)
    assert.match(words([-Infinity, 0.3])!, /; what can be reached ends at 0\.3\. /)
    assert.match(words([0.18, 0.3])!, /; what can be reached lies from 0\.18 to 0\.3\. /)
  })
})
