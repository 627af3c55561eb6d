import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { MarketDataError } from '@portofino/market-data'
import { failingSource, gatedSource, openTasksUnderTest } from './tasks-under-test.ts'

const fault = (code: 'unavailable' | 'malformed'): MarketDataError =>
  new MarketDataError(`the provider is ${code}`, { code, source: 'test', symbol: 'AAPL' })

describe('faults of the world', () => {
  test('are tried again when they may pass, and the followers see why', async () => {
    // One instrument is asked for at a time: the second attempt finds the prices.
    const marketData = await failingSource([fault('unavailable')])
    await using tasks = await openTasksUnderTest({ marketData })
    await tasks.start()
    const userId = await tasks.newUser()
    const { taskId } = await tasks.submit({ userId, command: 'AAPL-L-100% 2020 2021' })
    const messages = await tasks.messages({ userId, taskId })
    assert.deepEqual([...new Set(messages.map(({ status }) => status))], ['queued', 'running', 'done'])
    assert.ok(messages.some(({ step }) => step?.includes('the provider is unavailable')))
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, i) => i + 1),
    )
  })

  test('fail the task at once when they will not pass, and are never stored', async () => {
    const marketData = await failingSource([fault('malformed')])
    await using tasks = await openTasksUnderTest({ marketData })
    await tasks.start()
    const userId = await tasks.newUser()
    const first = await tasks.submit({ userId, command: 'AAPL-L-100% 2020 2021' })
    const last = (await tasks.messages({ userId, taskId: first.taskId })).at(-1)
    assert.deepEqual([last?.status, last?.error?.code], ['failed', 'prices_malformed'])
    const second = await tasks.submit({ userId, command: 'AAPL-L-100% 2020 2021' })
    assert.equal((await tasks.messages({ userId, taskId: second.taskId })).at(-1)?.status, 'done')
  })
})

describe('a process that stops', () => {
  test('hands back what it runs, and the next one does it', async () => {
    const gate = await gatedSource()
    await using first = await openTasksUnderTest({ marketData: gate.source })
    await using second = await openTasksUnderTest({ database: first.context.database })
    const working = await first.start()
    const userId = await first.newUser()
    const { taskId } = await first.submit({ userId })
    await gate.asked
    await working[Symbol.asyncDispose]()
    await second.start()
    const messages = await second.messages({ userId, taskId })
    assert.deepEqual(messages.at(-1)?.status, 'done')
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, i) => i + 1),
    )
  })
})
