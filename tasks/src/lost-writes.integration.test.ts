import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { example, gatedSource, openTasksUnderTest, type TasksUnderTest } from './tasks-under-test.ts'

const never = new AbortController().signal

/** As a power cut may that the start of a run had not been written before. */
async function forgetStart({ context }: TasksUnderTest, taskId: string): Promise<void> {
  const { db } = context.database
  await db.transaction().execute(async (trx) => {
    await sql`update simulations set status = 'queued', started_at = null where task_id = ${taskId}`.execute(trx)
    await sql`delete from task_event where task_id = ${taskId} and seq > 1`.execute(trx)
  })
}

describe('a run whose start a power cut took back', () => {
  test('ends with its result, and who followed it hears of it', async () => {
    const gate = await gatedSource()
    await using tasks = await openTasksUnderTest({ marketData: gate.source })
    await tasks.start()
    const userId = await tasks.newUser()
    const { taskId } = await tasks.submit({ userId })
    const seen: string[] = []
    for await (const { status } of (await tasks.feed.follow({ subject: 'simulations', userId, taskId, after: 0 }, never))!) {
      if (status === 'running' && !seen.includes(status)) {
        await forgetStart(tasks, taskId)
        gate.open()
      }
      seen.push(status)
    }
    assert.deepEqual([...new Set(seen)], ['queued', 'running', 'done'])
  })
})

describe('a run that was ended by somebody else', () => {
  test('does not spoil those that end with it', async () => {
    const gate = await gatedSource()
    await using tasks = await openTasksUnderTest({ marketData: gate.source })
    const working = await tasks.start()
    const userId = await tasks.newUser()
    // The result is stored: those that follow end in one moment.
    const first = await tasks.submit({ userId })
    gate.open()
    await tasks.messages({ userId, taskId: first.taskId })
    await working[Symbol.asyncDispose]()

    const second = await gatedSource()
    await using again = await openTasksUnderTest({ database: tasks.context.database, marketData: second.source })
    const runs = []
    for (let i = 0; i < 3; i++) runs.push(await again.submit({ userId, command: example }))
    await again.start()
    const [ended, ...others] = runs
    for (const { taskId } of runs) await untilRunning(again, { userId, taskId })
    await sql`update simulations set status = 'failed' where task_id = ${ended!.taskId}`.execute(again.context.database.db)
    second.open()
    for (const { taskId } of others) assert.equal((await again.messages({ userId, taskId })).at(-1)?.status, 'done')
    const { db } = again.context.database
    const rows = await db
      .selectFrom('simulations')
      .select(['status', 'result_key'])
      .where('task_id', '=', ended!.taskId)
      .execute()
    assert.deepEqual(rows, [{ status: 'failed', result_key: null }])
    await again.idle()
    assert.deepEqual(await outcomes(again), { done: 2, lost: 1 })
  })
})

async function untilRunning(tasks: TasksUnderTest, owner: { userId: number; taskId: string }): Promise<void> {
  for await (const { status } of (await tasks.feed.follow({ subject: 'simulations', ...owner, after: 0 }, never))!) {
    if (status === 'running') return
  }
}

/** How many attempts at runs ended in which way. */
async function outcomes({ context }: TasksUnderTest): Promise<Record<string, number>> {
  const { values } = await context.meters.jobDuration.get()
  const counts = values.filter(({ metricName, labels }) => metricName?.endsWith('_count') && labels.job === 'simulation.run')
  return Object.fromEntries(counts.map(({ labels, value }) => [labels.outcome, value]))
}
