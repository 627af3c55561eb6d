import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { openMarketData } from '@portofino/market-data'
import { createLogger } from '@portofino/telemetry'
import { openOptimizations } from './optimizations.ts'

const marketData = await openMarketData('sample', { storeFolder: '/nowhere', otherSources: 'None.' })
const limits = { assets: 500, rows: 200, nodes: Infinity }
const lines: string[] = []
const logger = createLogger({ level: 'info', name: 'test', destination: { write: (line) => lines.push(line) } })
const context = { marketData, logger }
const optimizations = openOptimizations(context, { limits })
after(async () => optimizations[Symbol.asyncDispose]())

const small = {
  objective: 'min_volatility',
  covariance: [
    [0.04, 0.01],
    [0.01, 0.09],
  ],
}
const spread = (from: number, step: number): number[] => Array.from({ length: 500 }, (_, i) => from + ((i * step) % 1))
/** Branch and bound over more choices than any time is enough for. */
const endless = {
  objective: 'discrete_allocation',
  params: {
    weights: spread(0.9, 0.618033988749895),
    prices: spread(3, 0.7548776662466927),
    value: 900,
    method: 'exact',
    most_nodes: 1e12,
    fee_rates: 0.0113,
  },
}
const patient = { userId: 1, signal: new AbortController().signal }
const other = { ...patient, userId: 2 }
const third = { ...patient, userId: 3 }

describe('optimizations', () => {
  test('answer a problem, and a command by stored prices', async () => {
    const reply = await optimizations.ofProblem(small, patient)
    assert.ok(reply.kind === 'answered')
    assert.equal(JSON.parse(reply.text).status, 'optimal')
    const asked = { command: 'AAPL KO 2015 2020', dialect: 'default', order: { objective: 'hrp' } } as const
    const answer = await optimizations.ofCommand(asked, patient)
    assert.ok(answer.kind === 'answered')
    const { status, command, assets } = JSON.parse(answer.text)
    assert.deepEqual([status, command, assets], ['optimal', 'AAPL-L-* KO-L-* 2015-01-01 2020-12-31', ['AAPL', 'KO']])
  })

  test('tell what is wrong with a problem or a command', async () => {
    const reply = await optimizations.ofProblem({ ...small, bounds: { lower: 1, upper: 0 } }, patient)
    assert.deepEqual(reply.kind === 'invalid' && reply.fault, {
      code: 'bounds_crossed',
      field: 'bounds',
      index: 0,
      asset: 'asset 0',
    })
    const asked = { command: 'NOSUCH KO 2015 2020', dialect: 'default', order: { objective: 'hrp' } } as const
    assert.equal((await optimizations.ofCommand(asked, patient)).kind, 'faulty')
  })

  test('end with those who wait for them, and the next is answered', async () => {
    assert.equal((await optimizations.ofProblem(small, { userId: 1, signal: AbortSignal.abort() })).kind, 'abandoned')
    for (let time = 0; time < 5; time++) {
      const stop = new AbortController()
      const running = optimizations.ofProblem(small, { userId: 1, signal: stop.signal })
      stop.abort()
      assert.equal((await running).kind, 'abandoned')
      assert.equal((await optimizations.ofProblem(small, patient)).kind, 'answered')
    }
  })

  test('end after their time; those that wait behind are answered by another thread', async () => {
    await using hasty = openOptimizations(context, { limits, mostComputingMs: 5000, threads: 1 })
    assert.equal((await hasty.ofProblem(small, patient)).kind, 'answered')
    const stop = new AbortController()
    const [long, behind] = [hasty.ofProblem(endless, { userId: 1, signal: stop.signal }), hasty.ofProblem(small, patient)]
    stop.abort()
    assert.deepEqual([(await long).kind, (await behind).kind], ['abandoned', 'answered'])
    assert.deepEqual(await hasty.ofProblem(endless, patient), { kind: 'too_long', seconds: 5 })
    assert.equal((await hasty.ofProblem(small, patient)).kind, 'answered')
  })

  test('of one user wait for each other, and those of another do not wait for them', async () => {
    await using fair = openOptimizations(context, { limits, mostComputingMs: 5000 })
    const stop = new AbortController()
    const mine = Array.from({ length: 3 }, async () => fair.ofProblem(endless, { userId: 1, signal: stop.signal }))
    assert.equal((await fair.ofProblem(small, other)).kind, 'answered')
    const theirs = fair.ofProblem(endless, { ...other, signal: stop.signal })
    // Both threads are taken now; whoever comes next waits for one of them to end, and for no other.
    const ended: string[] = []
    for (const long of [...mine, theirs]) void long.then(({ kind }) => ended.push(kind))
    assert.equal((await fair.ofProblem(small, third)).kind, 'answered')
    assert.ok(ended.length === 1 || (ended.length === 2 && ended[1] === 'too_long'), ended.join())
    stop.abort()
    await Promise.all([...mine, theirs])
  })

  test('are put off when their turn would come too late', async () => {
    await using late = openOptimizations(context, { limits, mostMs: 3000, mostComputingMs: 2000, threads: 1 })
    assert.equal((await late.ofProblem(small, patient)).kind, 'answered')
    const replies = await Promise.all([late.ofProblem(endless, patient), late.ofProblem(endless, other)])
    assert.deepEqual(
      replies.map(({ kind }) => kind),
      ['too_long', 'too_many'],
    )
  })

  test('are put off when too many wait', async () => {
    const replies = await Promise.all(Array.from({ length: 40 }, async () => optimizations.ofProblem(small, patient)))
    const kinds = new Set(replies.map(({ kind }) => kind))
    assert.deepEqual(kinds, new Set(['answered', 'too_many']))
  })
})
