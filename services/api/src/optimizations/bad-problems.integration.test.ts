import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { outcomeSchema } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'
import { smallProblem } from '../trial/small-problem.ts'

let app: ServedApplication
let token = ''
before(async () => {
  app = await servedApplication({ works: false })
  token = await app.signUp('ann@example.com')
})
after(() => app[Symbol.asyncDispose]())

async function asked(json: object) {
  return app.call('POST', '/optimize', { token, json })
}

describe('POST /optimize with a problem that is bad', () => {
  const groups = ['AAA', 'BBB'].map((asset) => ({ name: `all ${asset}`, members: [asset], lower: 0.6 }))
  const bad: [string, object, object][] = [
    ['a row of another length', { covariance: [[1], [1], [1]] }, { code: 'shape', field: 'covariance', index: 0, asset: 'AAA' }],
    [
      'crossed bounds',
      { bounds: { lower: [0, 0.6, 0], upper: 0.5 } },
      { code: 'bounds_crossed', field: 'bounds', index: 1, asset: 'BBB' },
    ],
    [
      'an unknown label',
      { groups: [{ name: 'g', members: ['XYZ'] }] },
      { code: 'unknown_label', field: 'groups[0].members', index: 0, asset: 'XYZ' },
    ],
    [
      'no assets',
      { assets: [], expected_returns: [], covariance: [] },
      { code: 'empty', field: 'covariance', index: null, asset: null },
    ],
  ]
  for (const [what, change, fault] of bad) {
    test(`names field, index and asset of ${what}`, async () => {
      const { status, body } = await asked({ ...smallProblem, ...change })
      assert.deepEqual([status, body.code, body.fault], [422, 'invalid_problem', fault])
    })
  }

  test('groups that contradict each other, copies, one asset, no variance and equal means have outcomes', async () => {
    const bare = { objective: 'max_sharpe', params: { risk_free: 0.01 } }
    const answered: [object, string][] = [
      [{ ...smallProblem, groups }, 'infeasible'],
      [{ ...bare, covariance: [[0.04]], expected_returns: [0.1] }, 'optimal'],
      [
        {
          ...bare,
          covariance: [
            [0.04, 0.04],
            [0.04, 0.04],
          ],
          expected_returns: [0.1, 0.1],
        },
        'optimal',
      ],
      [
        {
          ...bare,
          covariance: [
            [0.04, 0],
            [0, 0],
          ],
          expected_returns: [0.1, 0.02],
        },
        'unbounded',
      ],
      [
        {
          ...bare,
          covariance: [
            [0.04, 0],
            [0, 0.09],
          ],
          expected_returns: [0.01, 0.01],
        },
        'no_tangency',
      ],
    ]
    for (const [json, expected] of answered) {
      const { status, body } = await asked(json)
      assert.deepEqual([status, body.status], [200, expected])
      outcomeSchema.parse(body)
    }
  })
})
