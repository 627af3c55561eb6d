import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { sourceTrials } from '@portofino/market-data'
import { servedApplication } from '../trial/served-application.ts'

const { inventedYahoo } = await sourceTrials()
const yahoo = inventedYahoo(dayNumber(2014, 1, 10))
const provider = { fetch: yahoo.fetch, now: yahoo.now, attempts: 1 }
const served = await servedApplication({ config: { marketData: 'yahoo' }, provider })
after(async () => served[Symbol.asyncDispose]())
const token = await served.signUp('ann@example.com')
const json = { command: 'STEADY-L-100% 2013-01-02 2013-12-31' }

async function lastMessage(): Promise<{ status: string; error?: { code: string; detail: string }; data?: { cagr: number } }> {
  const { body } = await served.call('POST', '/simulate', { token, json })
  assert.equal(body.status, 'queued')
  return (await served.listen(`/ws/simulations/${body.task_id}`, { token })).messages.at(-1)
}

describe('a failed download', () => {
  test('is told and never kept as prices: the same command runs once the provider answers', async () => {
    assert.equal((await served.call('POST', '/check', { token, json })).body.diagnostics.length, 0)
    yahoo.fault = async () => new Response('{"chart":{"result":[')
    const failed = await lastMessage()
    assert.deepEqual([failed.status, failed.error?.code], ['failed', 'prices_malformed'])
    assert.match(failed.error!.detail, /^Yahoo, asked for STEADY, .*no prices of STEADY were stored before$/)
    yahoo.fault = null
    const done = await lastMessage()
    assert.equal(done.status, 'done')
    assert.ok(Number.isFinite(done.data!.cagr))
  })

  test('of what a command names is 503 with Retry-After, never an unknown symbol', async () => {
    yahoo.fault = async () => new Response('', { status: 503 })
    const unseen = { command: 'SPLIT-L-100% 2013-01-02 2013-12-31' }
    for (const path of ['/simulate', '/check']) {
      const { status, body, headers } = await served.call('POST', path, { token, json: unseen })
      assert.deepEqual([status, body.code], [503, 'prices_unavailable'], path)
      assert.ok(Number(headers.get('retry-after')) > 0)
    }
    yahoo.fault = null
  })

  test('hides no symbol that is known: these are checked and found without the provider', async () => {
    yahoo.fault = async () => Promise.reject(new TypeError('fetch failed'))
    const { body } = await served.call('POST', '/check', { token, json })
    assert.deepEqual(body.diagnostics, [])
    const found = await served.call('GET', '/assets?q=steady', { token })
    assert.deepEqual([found.status, found.body[0]?.symbol, found.body[0]?.first], [200, 'STEADY', '2010-01-04'])
    yahoo.fault = null
  })

  test('is no unknown symbol: that is E301 with the source and how to switch it', async () => {
    const { status, body } = await served.call('POST', '/simulate', { token, json: { command: 'NOSUCH-L-100% 2013 2013' } })
    assert.deepEqual([status, body.diagnostics[0].code], [422, 'E301'])
    assert.match(JSON.stringify(body.diagnostics[0]), /yahoo.*MARKET_DATA: sample, csv:DIR/)
  })
})
