import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { finishReport, insertReport } from './reports.ts'
import { finishSimulations, insertSimulations, startSimulations } from './simulations.ts'
import { listTaskEvents } from './task-events.ts'
import { setTaskCanceled, setTaskFailed, setTaskQueued, type TaskRow } from './task-status.ts'
import { temporaryDatabase } from './temporary-database.ts'
import { createGuest } from './users.ts'

const queued = { message: { status: 'queued' as const }, events: [] }
const running = { message: { status: 'running' as const }, events: [] }
const done = { message: { status: 'done' as const }, events: [] }
const canceled = { message: { status: 'canceled' as const }, events: [] }
const failed = { message: { status: 'failed' as const }, events: [] }
const figures = {
  status: 'ok' as const,
  cagr: null,
  sharpe: null,
  maxDrawdown: 0,
  totalReturn: 0,
  spark: [100, 101.5],
  periodFrom: '2020-01-02',
  periodTo: '2020-12-31',
}

describe('changes of tasks', () => {
  let database: Database
  let userId: number
  before(async () => {
    database = await temporaryDatabase()
    userId = (await createGuest(database.db, new Date('2100-01-01'))).id
  })
  after(async () => database[Symbol.asyncDispose]())

  async function newSimulation(): Promise<{ taskId: string; simulationId: number }> {
    const taskId = randomUUID()
    const order = { taskId, userId, command: '', dialect: 'default' as const, canonical: '', ...queued }
    const numbers = await inTransaction(async (trx) => insertSimulations(trx, [order]))
    return { taskId, simulationId: numbers.get(taskId)! }
  }

  async function newReport(): Promise<string> {
    const taskId = randomUUID()
    const { simulationId } = await newSimulation()
    await inTransaction(async (trx) => insertReport(trx, { taskId, userId, simulationId }, queued))
    return taskId
  }

  const inTransaction: ReturnType<Database['db']['transaction']>['execute'] = async (act) =>
    database.db.transaction().execute(act)
  const finishSimulation = async (taskId: string) => {
    const finished = { taskId, resultKey: Buffer.of(1), figures, ...done }
    return inTransaction(async (trx) => {
      await sql`insert into simulation_results (key, document, portfolio_value, figures) values ('\\x01', '', '', '{}') on conflict do nothing`.execute(
        trx,
      )
      return finishSimulations(trx, [finished])
    })
  }
  const finishedReport = async (taskId: string) =>
    inTransaction(async (trx) => finishReport(trx, { taskId, fileName: 'a', file: Buffer.of(1), expiresAt: new Date() }, done))
  const statuses = async (taskId: string) =>
    (await listTaskEvents(database.db, { taskId, after: 0 })).map(({ seq, message }) => [seq, message.status])

  test('a run whose start was lost ends with its result', async () => {
    const { taskId } = await newSimulation()
    assert.equal((await finishSimulation(taskId)).length, 1)
    assert.deepEqual(await statuses(taskId), [
      [1, 'queued'],
      [2, 'done'],
    ])
  })

  test('a report whose start was lost ends with its file', async () => {
    const taskId = await newReport()
    assert.notEqual(await finishedReport(taskId), undefined)
  })

  for (const [name, end] of [
    ['canceled', async (task: TaskRow) => inTransaction(async (trx) => setTaskCanceled(trx, { ...task, userId }, canceled))],
    ['failed', async (task: TaskRow) => inTransaction(async (trx) => setTaskFailed(trx, { ...task, error: {} }, failed))],
  ] as const) {
    test(`what was ${name} stays so`, async () => {
      const { taskId } = await newSimulation()
      const reportId = await newReport()
      const tasks = [
        { table: 'simulations', taskId },
        { table: 'reports', taskId: reportId },
      ] as const
      for (const task of tasks) {
        assert.notEqual(await end(task), undefined)
        assert.equal(await end(task), undefined)
        assert.equal(await inTransaction(async (trx) => setTaskQueued(trx, task, queued)), undefined)
      }
      assert.deepEqual(await startSimulations(database.db, [taskId], running), [])
      assert.deepEqual(await finishSimulation(taskId), [])
      assert.equal(await finishedReport(reportId), undefined)
      for (const { taskId: id } of tasks)
        assert.deepEqual(await statuses(id), [
          [1, 'queued'],
          [2, name],
        ])
    })
  }

  test('nobody cancels a task of somebody else', async () => {
    const { taskId } = await newSimulation()
    const task = { table: 'simulations', taskId, userId: userId + 1 } as const
    assert.equal(await inTransaction(async (trx) => setTaskCanceled(trx, task, canceled)), undefined)
  })

  test('a change that meets progress is numbered after it', async () => {
    const { taskId } = await newSimulation()
    await startSimulations(database.db, [taskId], running)
    const task = { table: 'simulations', taskId, userId } as const
    const cancel = await inTransaction(async (trx) => {
      await sql`select from simulations where task_id = ${taskId} for no key update`.execute(trx)
      const canceling = inTransaction(async (other) => setTaskCanceled(other, task, canceled))
      while (!(await isSomebodyBlocked(database))) await setImmediate()
      await sql`insert into task_event (task_id, seq, user_id, message) values (${taskId}, 3, ${userId}, '{"status":"running"}')`.execute(
        trx,
      )
      return { canceling }
    })
    assert.equal((await cancel.canceling)?.seq, 4)
  })
})

async function isSomebodyBlocked({ db }: Database): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(db)
  return rows.length > 0
}
