import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { gatedSource, openTasksUnderTest, slowSource } from './tasks-under-test.ts'

const never = new AbortController().signal

describe('openTaskFeed', () => {
  test('shows on one process what another one does', async () => {
    await using worker = await openTasksUnderTest()
    await using watching = await openTasksUnderTest({ database: worker.context.database })
    const userId = await watching.newUser()
    const { taskId } = await watching.submit({ userId })
    const followed = watching.messages({ userId, taskId })
    await worker.start()
    assert.equal((await followed).at(-1)?.status, 'done')
  })

  test('gives a late follower the present state, or what it missed', async () => {
    await using tasks = await openTasksUnderTest()
    await tasks.start()
    const userId = await tasks.newUser()
    const { taskId } = await tasks.submit({ userId })
    const all = await tasks.messages({ userId, taskId })
    const follow = async (after: number | null) => {
      const messages = []
      for await (const message of (await tasks.feed.follow({ subject: 'simulations', userId, taskId, after }, never))!)
        messages.push(message)
      return messages
    }
    assert.deepEqual(await follow(null), all.slice(-1))
    assert.deepEqual(await follow(1), all.slice(1))
    assert.deepEqual(await follow(all.length), [])
    assert.deepEqual(await follow(1000), [])
    const polled = await tasks.feed.events({ userId, taskId }, 1)
    assert.deepEqual(polled, { status: 'done', seq: all.length, events: all.slice(1) })
  })

  test('knows tasks by owner and kind', async () => {
    await using tasks = await openTasksUnderTest()
    const [userId, strangerId] = [await tasks.newUser(), await tasks.newUser()]
    const { taskId } = await tasks.submit({ userId })
    const task = { subject: 'simulations' as const, taskId, after: null }
    assert.equal(await tasks.feed.follow({ ...task, userId: strangerId }, never), null)
    assert.equal(await tasks.feed.follow({ ...task, userId, subject: 'reports' }, never), null)
    assert.equal(await tasks.feed.follow({ ...task, userId, taskId: crypto.randomUUID() }, never), null)
  })

  test('ends for a follower that knows more than was said', async () => {
    await using tasks = await openTasksUnderTest()
    const userId = await tasks.newUser()
    const { taskId } = await tasks.submit({ userId })
    const followed = await tasks.feed.follow({ subject: 'simulations', userId, taskId, after: 1000 }, never)
    await tasks.start()
    const seen = []
    for await (const { status } of followed!) seen.push(status)
    assert.deepEqual([...new Set(seen)], ['running', 'done'])
  })

  test('ends for a follower whose numbers were given again, as after a power cut, also when no message comes', async () => {
    await using tasks = await openTasksUnderTest()
    const { db } = tasks.context.database
    const userId = await tasks.newUser()
    const { taskId } = await tasks.submit({ userId })
    const insert = async (seq: number, status: string) =>
      sql`insert into task_event (task_id, seq, user_id, message) values (${taskId}, ${seq}, ${userId}, ${JSON.stringify({ status })})`.execute(
        db,
      )
    for (const seq of [2, 3]) await insert(seq, 'running')
    const seen: [number, string][] = []
    for await (const { seq, status } of (await tasks.feed.follow({ subject: 'simulations', userId, taskId, after: 1 }, never))!) {
      if (seq === 3) {
        await sql`delete from task_event where task_id = ${taskId} and seq > 1`.execute(db)
        await insert(2, 'failed')
      }
      seen.push([seq, status])
    }
    assert.deepEqual(seen, [
      [2, 'running'],
      [3, 'running'],
      [2, 'failed'],
    ])
  })

  test('ends when the follower goes', async () => {
    await using tasks = await openTasksUnderTest()
    const userId = await tasks.newUser()
    const { taskId } = await tasks.submit({ userId })
    const leaving = new AbortController()
    const messages = await tasks.feed.follow({ subject: 'simulations', userId, taskId, after: null }, leaving.signal)
    const seen = []
    for await (const { status } of messages!) {
      seen.push(status)
      leaving.abort()
    }
    assert.deepEqual(seen, ['queued'])
  })

  test('says progress of a run that waits for prices, without gaps', async () => {
    const gate = await gatedSource()
    await using tasks = await openTasksUnderTest({ marketData: gate.source })
    await tasks.start()
    const userId = await tasks.newUser()
    const { taskId } = await tasks.submit({ userId })
    const seqs = []
    for await (const { seq, status } of (await tasks.feed.follow({ subject: 'simulations', userId, taskId, after: 0 }, never))!) {
      seqs.push(seq)
      if (status === 'running') gate.open()
    }
    assert.deepEqual(
      seqs,
      seqs.map((_, i) => i + 1),
    )
  })

  test('shows how far a run is that takes long', async () => {
    const marketData = await slowSource()
    await using tasks = await openTasksUnderTest({ marketData })
    await tasks.start()
    const userId = await tasks.newUser()
    const legs = ['AAPL', 'AMD', 'BAC', 'BBY', 'CVX', 'GE', 'HD', 'JNJ', 'JPM', 'KO'].map((symbol) => `${symbol}-L-10%`)
    const { taskId } = await tasks.submit({ userId, command: `${legs.join(' ')} 2020 2021` })
    const messages = await tasks.messages({ userId, taskId })
    const progress = messages.filter(({ status, total }) => status === 'running' && total !== undefined)
    assert.ok(progress.length > 0)
    for (const { step, done, total, percent } of progress.filter((each) => each.step === 'prices')) {
      assert.deepEqual([step, total], ['prices', 10])
      assert.equal(percent, Math.round((80 * done!) / 10))
    }
    const percents = messages.flatMap(({ percent }) => percent ?? [])
    assert.deepEqual(
      percents,
      percents.toSorted((a, b) => a - b),
    )
    assert.equal(percents.at(-1), 100)
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, k) => k + 1),
    )
  })
})
