import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { cancelTask } from './cancel-task.ts'
import { gatedSource, openTasksUnderTest } from './tasks-under-test.ts'

describe('cancelTask', () => {
  test('ends a task that waits; it never runs', async () => {
    await using tasks = await openTasksUnderTest()
    const userId = await tasks.newUser()
    const canceled = await tasks.submit({ userId })
    const next = await tasks.submit({ userId })
    assert.equal(await cancelTask(tasks.context, { userId, taskId: canceled.taskId }), 'canceled')
    await tasks.start()
    await tasks.messages({ userId, taskId: next.taskId })
    const messages = await tasks.messages({ userId, taskId: canceled.taskId })
    assert.deepEqual(
      messages.map(({ status }) => status),
      ['queued', 'canceled'],
    )
  })

  test('ends a task that another process runs, in less than a second', async () => {
    const gate = await gatedSource()
    await using worker = await openTasksUnderTest({ marketData: gate.source })
    await using asking = await openTasksUnderTest({ database: worker.context.database })
    await worker.start()
    const userId = await asking.newUser()
    const { taskId } = await asking.submit({ userId })
    await gate.asked
    const followed = asking.messages({ userId, taskId })
    const started = performance.now()
    assert.equal(await cancelTask(asking.context, { userId, taskId }), 'canceled')
    const messages = await followed
    assert.deepEqual(
      messages.map(({ status }) => status).filter((status) => status !== 'running'),
      ['queued', 'canceled'],
    )
    await worker.idle()
    assert.ok(performance.now() - started < 1000, 'nothing runs any more')
    gate.open()
    const next = await asking.submit({ userId })
    assert.equal((await asking.messages({ userId, taskId: next.taskId })).at(-1)?.status, 'done')
    assert.deepEqual(await asking.messages({ userId, taskId }), messages)
  })

  test('ends a run in the midst of its computing', async () => {
    await using tasks = await openTasksUnderTest()
    await tasks.start()
    const userId = await tasks.newUser()
    const legs = ['AAPL', 'AMD', 'BAC', 'BBY', 'CVX', 'GE', 'HD', 'JNJ', 'JPM', 'KO'].map((symbol) => `${symbol}-L-10%`)
    // So many wait for the one thread that most are there when they are canceled.
    const runs = []
    for (let i = 0; i < 8; i++)
      runs.push(await tasks.submit({ userId, command: `${legs.join(' ')} 1990 2022 capital=${1000 + i}` }))
    const outcomes = await Promise.all(runs.map(async ({ taskId }) => cancelTask(tasks.context, { userId, taskId })))
    await tasks.idle()
    for (const [i, { taskId }] of runs.entries()) {
      const last = (await tasks.messages({ userId, taskId })).at(-1)!
      assert.equal(last.status, outcomes[i] === 'canceled' ? 'canceled' : 'done')
    }
    assert.ok(outcomes.includes('canceled'))
  })

  test('tells what is over from what is not there', async () => {
    await using tasks = await openTasksUnderTest()
    await tasks.start()
    const [userId, strangerId] = [await tasks.newUser(), await tasks.newUser()]
    const { taskId } = await tasks.submit({ userId })
    await tasks.messages({ userId, taskId })
    assert.equal(await cancelTask(tasks.context, { userId, taskId }), 'finished')
    assert.equal(await cancelTask(tasks.context, { userId: strangerId, taskId }), null)
    assert.equal(await tasks.feed.events({ userId: strangerId, taskId }, 0), null)
  })
})
