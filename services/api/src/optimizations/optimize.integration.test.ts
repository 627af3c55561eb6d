import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { frontierOutcomeSchema, outcomeSchema } from '@portofino/contract'
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

const problem = {
  ...smallProblem,
  id: 7,
  bounds: { upper: [0.5, null, 0.4] },
  groups: [{ name: 'two', members: ['AAA', 'BBB'], upper: 0.8 }],
  rows: [{ name: 'tilt', coefficients: { indices: [0, 2], values: [1, -1] }, upper: 0.1 }],
}
const universe = 'AAPL MSFT KO XOM 2015 2022'
const wholeShares = { weights: [0.5, 0.3, 0.2], prices: [120, 45, 10], value: 1000, method: 'exact' }

const spread = (from: number, step: number): number[] => Array.from({ length: 400 }, (_, i) => from + ((i * step) % 1))
/** With all digits. */
const loading = (i: number): number => 0.1 + ((i * 0.6180339887498949) % 1) / 7

async function asked(json: object, path = '/optimize') {
  return app.call('POST', path, { token, json })
}

/** What the command line prints, which its own tests compare with the library. */
async function commandLine(words: string[], input: object = {}) {
  const main = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url))
  const running = promisify(execFile)(process.execPath, [main, ...words], { maxBuffer: 1 << 26 })
  running.child.stdin?.end(JSON.stringify(input))
  return JSON.parse((await running).stdout)
}

describe('POST /optimize', () => {
  test('answers a problem as the command line does, to the last bit', async () => {
    const { status, body } = await asked(problem)
    assert.equal(status, 200)
    assert.deepEqual(body, await commandLine(['optimize', '--problem', '-'], problem))
    outcomeSchema.parse(body)
  })

  const questions: [object, string[]][] = [
    [{ objective: 'max_sharpe', risk_free: 0.02, bounds: { upper: 0.4 } }, ['--risk-free', '2%', '--max', '40%']],
    [
      { objective: 'min_tracking_error', params: { min_return: 0.2 }, turnover: { max: 0.5 }, costs: { rate: 0.001 } },
      ['--objective', 'min-tracking-error', '--min-return', '20%', '--turnover', '50%', '--cost', '10bps'],
    ],
    [
      { objective: 'hrp', estimates: { risk: 'ewma', span: 60, returns: 'cagr' }, params: { linkage: 'average' } },
      ['--objective', 'hrp', '--risk', 'ewma', '--span', '60', '--returns', 'cagr', '--linkage', 'average'],
    ],
    [
      { objective: 'black_litterman', params: { views: [{ assets: { AAPL: 1, KO: -1 }, value: 0.05, confidence: 0.5 }] } },
      ['--objective', 'black-litterman', '--views', 'AAPL>KO=5%@50%'],
    ],
  ]
  for (const [order, words] of questions) {
    test(`answers a command as the command line does: ${words.join(' ')}`, async () => {
      const { status, body } = await asked({ command: universe, ...order })
      assert.equal(status, 200)
      assert.deepEqual(body, await commandLine(['optimize', universe, ...words, '--json']))
      assert.equal(outcomeSchema.parse(body).status, 'optimal')
    })
  }

  test('what data make impossible is an outcome', async () => {
    const { status, body } = await asked({ ...problem, bounds: { upper: 0.1 } })
    assert.deepEqual([status, body.status, body.id], [200, 'infeasible', 7])
  })

  /** What is sent, the status, the code, and what the sentence says. */
  const refused: [string, object, number, string, RegExp][] = [
    ['no objective', { covariance: [[1]] }, 400, 'invalid_request', /^objective: /],
    ['an unknown field', { ...problem, x: 1 }, 400, 'invalid_request', /^x: is not a field here/],
    ['both forms', { ...problem, command: universe }, 400, 'invalid_request', /^assets: does not go with command/],
    ['a rate without a command', { ...problem, risk_free: 0.1 }, 400, 'invalid_request', /^risk_free: goes with command only/],
    [
      'a gap',
      { ...problem, expected_returns: [0.1, null, 0] },
      422,
      'invalid_problem',
      /^expected_returns of BBB must be a number, got null/,
    ],
    [
      'asymmetry',
      {
        ...problem,
        covariance: [
          [1, 0, 0],
          [0.5, 1, 0],
          [0, 0, 1],
        ],
      },
      422,
      'invalid_problem',
      /^covariance of BBB and AAA/,
    ],
    [
      'too many assets',
      { objective: 'equal_weight', assets: Array.from({ length: 501 }, String) },
      422,
      'invalid_problem',
      /at most 500/,
    ],
    ['too many rows', { ...problem, rows: Array.from({ length: 201 }, () => 0) }, 422, 'invalid_problem', /at most 200/],
    ['a faulty command', { objective: 'hrp', command: 'AAPL-X-100% 2020 2021' }, 422, 'invalid_command', /^E107/],
    ['prices that are not there', { objective: 'hrp', command: 'AAPL 1950 1951' }, 422, 'invalid_command', /^E303/],
    ['cash', { objective: 'hrp', command: 'AAPL-L-50% $CASH-L-* 2020 2021' }, 422, 'invalid_problem', /cash has no risk/],
    [
      'a rate that is missing',
      { objective: 'max_sharpe', command: universe },
      422,
      'invalid_problem',
      /params.risk_free must be given/,
    ],
    [
      'parameters of another kind',
      { objective: 'hrp', command: universe, params: 'ward' },
      422,
      'invalid_problem',
      /^params must be an object/,
    ],
    [
      'a search without end',
      { objective: 'discrete_allocation', params: { ...wholeShares, most_nodes: 1e12 } },
      422,
      'invalid_problem',
      /^params\.most_nodes must be at most 1000000, got 1000000000000\./,
    ],
    ['too large a body', { ...problem, id: 'x'.repeat(6 << 20) }, 413, 'body_too_large', /larger than 6 MiB/],
  ]
  for (const [what, json, status, code, says] of refused) {
    test(`refuses ${what} with ${status}`, async () => {
      const { body, ...reply } = await asked(json)
      assert.deepEqual([reply.status, body.code], [status, code], reply.text)
      assert.match(body.detail, says)
    })
  }

  test('a fault says where it is', async () => {
    const { body } = await asked({
      ...problem,
      covariance: [
        [1, 0, 0],
        [0, 'x', 0],
        [0, 0, 1],
      ],
    })
    assert.deepEqual(body.fault, { code: 'wrong_type', field: 'covariance[1][1]', index: 4, asset: 'BBB' })
  })

  test('wants somebody who is signed in, and may operate', async () => {
    assert.equal((await app.call('POST', '/optimize', { json: problem })).status, 401)
    const reader = (await app.call('POST', '/auth/tokens', { token, json: { name: 'r', scope: 'read' } })).body.token
    assert.equal((await app.call('POST', '/optimize', { token: reader, json: problem })).status, 403)
  })

  test('takes 500 assets with all digits, and answers others meanwhile', async () => {
    const n = 500
    const covariance = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_unused, j) => loading(i) * loading(j) + (i === j ? loading(i) / 9 : 0)),
    )
    const expected_returns = Array.from({ length: n }, (_, i) => loading(n - i) / 3)
    const big = { objective: 'max_sharpe', params: { risk_free: 0.01 }, expected_returns, covariance }
    assert.ok(JSON.stringify(big).length > 4_500_000)
    const [answer, other] = await Promise.all([asked(big), app.call('GET', '/definitions', { token })])
    assert.deepEqual([answer.status, answer.body.status, other.status], [200, 'optimal', 200])
    assert.equal(answer.body.portfolio.weights.length, n)
  })

  test('computes one question of a user at a time, puts off what is beyond a few, and lets nobody wait for them', async () => {
    const mallory = await app.signUp('mallory@example.com')
    const params = {
      weights: spread(0.9, 0.618033988749895),
      prices: spread(3, 0.7548776662466927),
      value: 900,
      method: 'exact',
      fee_rates: 0.0113,
    }
    const long = { objective: 'discrete_allocation', params: { ...params, most_nodes: 400_000 } }
    const ended: number[] = []
    const flood = Array.from({ length: 12 }, async () => {
      const reply = await app.call('POST', '/optimize', { token: mallory, json: long })
      ended.push(reply.status)
      return reply
    })
    const first = await Promise.race(flood)
    assert.deepEqual([first.status, first.body.code, first.headers.get('retry-after')], [429, 'too_many_requests', '2'])
    assert.match(first.body.detail, /^At most 3 optimizations at a time/)
    assert.equal((await asked(problem)).status, 200)
    assert.ok(ended.every((status) => status === 429))
    const statuses = (await Promise.all(flood)).map(({ status }) => status)
    assert.equal(statuses.filter((status) => status === 429).length, 9)
    assert.equal((await app.call('POST', '/optimize', { token: mallory, json: problem })).status, 200)
  })
})

describe('POST /optimize/frontier', () => {
  test('answers the corners of a problem or a command, as the command line does', async () => {
    const { objective: _, params: _unused, ...limits } = problem
    const { body } = await asked(limits, '/optimize/frontier')
    assert.deepEqual(body, await commandLine(['frontier', '--problem', '-', '--json'], limits))
    frontierOutcomeSchema.parse(body)
    const order = { command: universe, risk_free: 0.02, bounds: { upper: 0.6 } }
    const { body: corners } = await asked(order, '/optimize/frontier')
    assert.deepEqual(corners, await commandLine(['frontier', universe, '--risk-free', '2%', '--max', '60%', '--json']))
    frontierOutcomeSchema.parse(corners)
  })

  test('has no objective of its own', async () => {
    assert.equal((await asked(problem, '/optimize/frontier')).status, 400)
  })
})
