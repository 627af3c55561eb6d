import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { refusalOf } from '../trial/message-form.ts'
import { weightsAtLambda } from './frontier-points.ts'
import { frontierSample } from './frontier-sample.ts'
import { frontier } from './frontier.ts'

const problem = {
  covariance: { kind: 'dense' as const, n: 2, data: Float64Array.of(0.04, 0, 0, 0.01) },
  expectedReturns: Float64Array.of(0.1, 0.04),
}
const whole = frontier(problem)
assert.ok(whole.status === 'optimal')
const [first, last] = [whole.corners[0]!, whole.corners.at(-1)!]

const at = (...corners: unknown[]) => [() => Reflect.apply(weightsAtLambda, undefined, [corners, 0.01])] as const
const drawn = (...corners: unknown[]) =>
  [() => Reflect.apply(frontierSample, undefined, [problem, corners, { count: 3 }])] as const
const both = (...corners: unknown[]) => [...at(...corners), ...drawn(...corners)]

/** What is asked, and what is said. */
const refused: readonly [readonly (() => unknown)[], string][] = [
  [both(null), 'corners[0] must be an object, got null'],
  [both(first, 5), 'corners[1] must be an object, got 5'],
  [both({}), 'corners[0].lambdaFrom must be a number, got undefined'],
  [both({ ...first, lambdaTo: '1' }), 'corners[0].lambdaTo must be a number, got "1"'],
  [both({ ...first, lambdaFrom: NaN }), 'corners[0].lambdaFrom must be a number, got NaN'],
  [both(first, { ...last, weights: [0, 1] }), 'corners[1].weights must be a Float64Array, got an array'],
  [
    at(first, { ...last, weights: Float64Array.of(1) }),
    'corners[1].weights must have as many numbers as those before it, 2, got 1',
  ],
  [drawn({ ...first, weights: Float64Array.of(1) }), 'corners[0].weights must have one number for each of the 2 assets, got 1'],
  [drawn({ ...first, weights: Float64Array.of(1, NaN) }), 'corners[0].weights of asset 1 must be a finite number, got NaN'],
  [drawn(first, { ...last, return: undefined }), 'corners[1].return must be a finite number, got undefined'],
  [
    drawn({ ...first, return: 0.09 }, last),
    'corners[0].return must be what its weights earn in this problem, 0.052000000000000005, got 0.09',
  ],
  [drawn(first, { ...last, cost: null }), 'corners[1].cost must be a finite number, got null'],
]

describe('corners of another form', () => {
  for (const [calls, message] of refused) {
    test(`are refused: ${message}`, () => {
      for (const asked of calls) assert.deepEqual(refusalOf(asked), { message, lacks: null })
    })
  }
})
