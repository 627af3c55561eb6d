import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { findReport, findReportFile } from '@portofino/database'
import { submitReport } from './submit-report.ts'
import { openTasksUnderTest, type TasksUnderTest } from './tasks-under-test.ts'

describe('a report as a task', () => {
  let tasks: TasksUnderTest
  before(async () => {
    tasks = await openTasksUnderTest()
    await tasks.start()
  })
  after(async () => tasks[Symbol.asyncDispose]())

  test('makes the workbook of a run and says where it is', async () => {
    const userId = await tasks.newUser()
    const run = await tasks.submit({ userId })
    await tasks.messages({ userId, taskId: run.taskId })
    const submitted = await submitReport(tasks.context, { userId, simulationId: run.taskId })
    assert.ok(submitted.kind === 'accepted')
    const { taskId } = submitted
    const messages = await tasks.messages({ userId, taskId, subject: 'reports' })
    assert.deepEqual([...new Set(messages.map(({ status }) => status))], ['queued', 'running', 'done'])
    const last = messages.at(-1)!
    assert.deepEqual([last.download_url, last.simulation_id], [`/report/${taskId}/file`, run.simulationId])

    const { db } = tasks.context.database
    const stored = await findReportFile(db, { userId, taskId })
    // A ZIP archive.
    assert.equal(stored?.file?.subarray(0, 2).toString(), 'PK')
    assert.match(stored.file_name ?? '', /^portofino-\d+-\d{4}-\d{2}-\d{2}\.xlsx$/)
    const keptForMs = stored.expires_at!.getTime() - Date.now()
    assert.ok(Math.abs(keptForMs - 7 * 24 * 3_600_000) < 60_000)
    assert.equal(await findReport(db, { userId: await tasks.newUser(), taskId }), undefined)
  })

  test('needs a run of the same user that has a result', async () => {
    const [userId, strangerId] = [await tasks.newUser(), await tasks.newUser()]
    const failed = await tasks.submit({ userId, command: 'AAPL-L-100% 2023-02-01 2023-06-01' })
    await tasks.messages({ userId, taskId: failed.taskId })
    const { simulationId } = failed
    assert.deepEqual(await submitReport(tasks.context, { userId, simulationId }), { kind: 'not_done', status: 'failed' })
    assert.deepEqual(await submitReport(tasks.context, { userId: strangerId, simulationId }), { kind: 'unknown' })
  })
})
