import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { openMarketData } from '@portofino/market-data'
import { openOptimizations } from './optimizations.ts'

const marketData = await openMarketData('sample', { storeFolder: '/nowhere', otherSources: 'None.' })
const limits = { assets: 500, rows: 200 }
const optimizations = openOptimizations({ marketData }, { limits })
after(async () => optimizations[Symbol.asyncDispose]())

const small = {
  objective: 'min_volatility',
  covariance: [
    [0.04, 0.01],
    [0.01, 0.09],
  ],
}
const patient = new AbortController().signal

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

  test('end with those who wait for them, and after their time; the next is answered', async () => {
    const stop = new AbortController()
    const running = optimizations.ofProblem(small, stop.signal)
    stop.abort()
    assert.equal((await running).kind, 'abandoned')
    assert.equal((await optimizations.ofProblem(small, AbortSignal.abort())).kind, 'abandoned')
    await using hasty = openOptimizations({ marketData }, { limits, mostMs: 1 })
    assert.deepEqual(await hasty.ofProblem(small, patient), { kind: 'too_long', seconds: 0.001 })
    assert.equal((await optimizations.ofProblem(small, patient)).kind, 'answered')
  })

  test('are put off when too many wait', async () => {
    const replies = await Promise.all(Array.from({ length: 40 }, async () => optimizations.ofProblem(small, patient)))
    const kinds = new Set(replies.map(({ kind }) => kind))
    assert.deepEqual(kinds, new Set(['answered', 'too_many']))
  })
})
