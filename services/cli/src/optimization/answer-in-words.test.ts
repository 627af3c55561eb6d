import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { StatedLimit } from '@portofino/optimizer'
import { failureInWords } from './answer-in-words.ts'

/** Greatest weights of the first assets. */
function mosts(...upper: number[]): StatedLimit[] {
  return upper.map((most, i) => ({ kind: 'upper', name: ['AAA', 'BBB', 'CCC'][i]!, upper: most }))
}

const unknown = { assets: ['AAA', 'BBB'], written: null }

describe('failureInWords', () => {
  test('names the best portfolio only where it holds something', () => {
    const noTangency = { status: 'no_tangency', risk_free: 0.02, best_return: 0, best_assets: [] as number[] } as const
    assert.match(failureInWords(noTangency, unknown)!, /ratio: the best earns 0\.00%\./)
    assert.match(failureInWords({ ...noTangency, best_assets: [1] }, unknown)!, /ratio: the best, BBB, earns 0\.00%\./)
  })

  test('a highest ratio may be missing for want of an end, or of risk', () => {
    const endless = { status: 'no_tangency', risk_free: 0.02, best_return: null, best_assets: [0] } as const
    const words = failureInWords({ ...endless, best_assets: [0] }, unknown)!
    assert.match(words, /^No allowed portfolio has a highest Sharpe ratio: the more risk, the closer/)
    const unbounded = (ray: number[], written: Record<string, unknown> | null): string =>
      failureInWords({ status: 'unbounded', ray }, { ...unknown, written })!
    const withoutRisk = 'More than the risk-free rate can be earned without any risk, so that no Sharpe ratio is highest.'
    assert.equal(unbounded([0, 0], null), withoutRisk)
    assert.equal(unbounded([0, 1], { objective: 'max_sharpe' }), withoutRisk)
    assert.match(unbounded([0, 1], { objective: 'max_utility' }), /may grow for ever/)
  })

  test('a range without an end has none in words', () => {
    const nothing = { weights: [1], cost: 0, volatility: 0.2 }
    const unreachable = { status: 'unreachable', target: 0.05, nearest: nothing, best: nothing } as const
    const words = (range: [number | null, number | null]) => failureInWords({ ...unreachable, range }, unknown)
    assert.match(words([0.18, null])!, /; what can be reached begins at 0\.18\. /)
    assert.match(words([null, 0.3])!, /; what can be reached ends at 0\.3\. /)
    assert.match(words([0.18, 0.3])!, /; what can be reached lies from 0\.18 to 0\.3\. /)
    assert.match(words([0.18, 0.180000001])!, /; only 0\.18 can be reached\. /)
  })

  test('a target that was written in percent is told in percent, a ratio as it is', () => {
    const nothing = { weights: [1], cost: 0, volatility: 0.2 }
    const unreachable = { status: 'unreachable', target: 0.6, range: [0.1015, 0.2588], nearest: nothing, best: nothing } as const
    const outcome = { ...unreachable, range: [0.1015, 0.2588] as [number, number] }
    const asked = (objective: string) => failureInWords(outcome, { assets: ['AAA'], written: { objective } })
    assert.match(asked('efficient_return')!, /^No allowed weights reach 60%; what can be reached lies from 10\.15% to 25\.88%\. /)
    assert.match(asked('target_sharpe')!, /^No allowed weights reach 0\.6; what can be reached lies from 0\.1015 to 0\.2588\. /)
  })

  const budget = { kind: 'budget', name: 'budget', lower: 1, upper: 1 } as const
  const tooLittle = { status: 'infeasible', explanation: 'These cannot hold together: budget = 1; …' } as const
  const infeasible = (...limits: StatedLimit[]): string =>
    failureInWords({ ...tooLittle, conflict: [budget, ...limits] }, { assets: ['AAA', 'BBB', 'CCC'], written: {} })!

  test('limits are told as they were written, with what would do', () => {
    assert.equal(
      infeasible(...mosts(0.29, 0.29, 0.29)),
      'These cannot hold together: budget = 100%; AAA <= 29%; BBB <= 29%; CCC <= 29%. Write --max 33.34% or more, or --budget 87%.',
    )
    assert.match(infeasible(...mosts(0.29, 0.3, 0.29)), /\. Raise --max, or --budget 88%\.$/)
    assert.match(infeasible(...mosts(0.29, 0.3)), /BBB <= 30%\.$/)
    assert.match(infeasible(...mosts(0.29, 0.3), { kind: 'group', name: 'g', upper: 0.1 }), /group g <= 10%\.$/)
  })

  test('views that cannot hold are told as they were written', () => {
    const views = [
      { assets: { AAA: 1 }, value: 0.12 },
      { assets: { AAA: 1, BBB: -1 }, value: 0.03 },
      { assets: { BBB: 1 }, value: 0.1 },
    ]
    const told = (conflict: number[]): string | null => {
      const outcome = { status: 'infeasible', views: conflict, value: 0.1, expected: 0.0900000001, explanation: '' } as const
      return failureInWords({ ...outcome, views: conflict }, { assets: [], written: { params: { views } } })
    }
    assert.equal(
      told([0, 1, 2]),
      'BBB=10% cannot hold with a confidence of 100%: AAA=12% and AAA>BBB=3% already say that it is 9%.',
    )
    assert.equal(told([0, 2]), 'BBB=10% cannot hold with a confidence of 100%: AAA=12% already says that it is 9%.')
    assert.equal(told([2]), 'BBB=10% cannot hold with a confidence of 100%: the estimates are certain that it is 9%.')
  })

  test('every kind of limit is told by what was written, whatever its label', () => {
    const conflict = [
      { kind: 'row', name: 'minimum return', lower: 0.6 },
      { kind: 'group', name: 'x <= 3; y', upper: 0.3 },
      { kind: 'gross_exposure', name: 'gross_exposure', upper: 1.5 },
      { kind: 'turnover', name: 'turnover', upper: 0 },
      { kind: 'lower', name: 'BRK_B', lower: -0.2 },
    ] as const
    const outcome = { ...tooLittle, conflict: [...conflict] }
    assert.equal(
      failureInWords(outcome, { assets: [], written: {} }),
      'These cannot hold together: --min-return >= 60%; group x <= 3; y <= 30%; gross exposure <= 150%; turnover <= 0%; BRK_B >= -20%.',
    )
  })
})
