import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { backup, type Database, openDatabase, restore, temporaryDatabase } from '@portofino/database'
import { sql } from 'kysely'
import { submitReport } from './submit-report.ts'
import { gatedSource, openTasksUnderTest, type TasksUnderTest } from './tasks-under-test.ts'

const folder = await mkdtemp(join(tmpdir(), 'portofino-requeue-'))
after(async () => rm(folder, { recursive: true }))

interface Task {
  userId: number
  taskId: string
  subject?: 'simulations' | 'reports'
}

/** Two accounts with runs and a report that wait, and a run that another process was running. */
async function unfinished(tasks: TasksUnderTest): Promise<Task[]> {
  const [ann, bob] = [await tasks.newUser(), await tasks.newUser()]
  const done = await tasks.submit({ userId: ann })
  const working = await tasks.start()
  await tasks.messages({ userId: ann, taskId: done.taskId })
  await working[Symbol.asyncDispose]()
  const all: Task[] = []
  for (const userId of [ann, bob, ann, bob]) all.push({ userId, ...(await tasks.submit({ userId })) })
  const report = await submitReport(tasks.context, { userId: ann, simulationId: done.simulationId })
  assert.ok(report.kind === 'accepted')
  await sql`update simulations set status = 'running' where task_id = ${all[0]!.taskId}`.execute(tasks.context.database.db)
  return [...all, { userId: ann, taskId: report.taskId, subject: 'reports' }]
}

async function endEach(tasks: TasksUnderTest, list: readonly Task[]): Promise<void> {
  for (const task of list) {
    const messages = await tasks.messages(task)
    assert.equal(messages.at(-1)?.status, 'done')
    assert.equal(messages.filter(({ status }) => status === 'done').length, 1)
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, i) => i + 1),
    )
  }
}

const again = async ({ url }: Database): Promise<Database> =>
  openDatabase({ dataDirectory: '', databaseUrl: url, applicationName: 'another process' })

async function waitingJobs({ db }: Database): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from pgboss.job where name in ('simulation.run', 'report.build') and state < 'completed'`.execute(db)
  return rows.map(({ id }) => id).toSorted()
}

const idsOf = (list: readonly Task[]): string[] => list.map(({ taskId }) => taskId).toSorted()

describe('tasks that wait or run without a job', () => {
  test('after a restore are run, each once, however many processes start at the moment', async () => {
    await using source = await openTasksUnderTest()
    const list = await unfinished(source)
    const file = join(folder, 'elsewhere')
    await backup(source.context.database, file)
    await using target = await temporaryDatabase()
    await restore(target, file)
    await using second = await again(target)
    await using opened = new AsyncDisposableStack()
    const processes = await Promise.all([target, second].map(async (database) => openTasksUnderTest({ database })))
    processes.forEach((each) => opened.use(each))
    assert.deepEqual(await waitingJobs(target), idsOf(list))
    await Promise.all(processes.map(async (each) => each.start()))
    await endEach(processes[0]!, list)
  })

  test('after a restore over what went on since are run too, and the jobs of what is gone are not', async () => {
    await using database = await temporaryDatabase()
    const file = join(folder, 'earlier')
    const before = await openTasksUnderTest({ database })
    const list = await unfinished(before)
    await backup(database, file)
    const stranger = await before.newUser()
    const working = await before.start()
    await endEach(before, list)
    await working[Symbol.asyncDispose]()
    const gone = await before.submit({ userId: stranger })
    await before[Symbol.asyncDispose]()
    assert.deepEqual(await waitingJobs(database), [gone.taskId])
    await restore(database, file, { replace: true })
    assert.deepEqual(await waitingJobs(database), [])
    await using tasks = await openTasksUnderTest({ database })
    assert.deepEqual(await waitingJobs(database), idsOf(list))
    await tasks.start()
    await endEach(tasks, list)
  })

  test('are not those whose job waits, runs or was given up', async () => {
    const gate = await gatedSource()
    await using tasks = await openTasksUnderTest({ marketData: gate.source })
    const { database } = tasks.context
    const userId = await tasks.newUser()
    const [running, lost] = [await tasks.submit({ userId }), await tasks.submit({ userId })]
    await sql`
      with gone as (delete from pgboss.job where id = ${lost.taskId} returning *)
      insert into pgboss.job (name, data, source_name, source_id, start_after)
      select 'jobs.lost', data, name, id, now() + interval '1 hour' from gone`.execute(database.db)
    await tasks.start()
    await gate.asked
    const waiting = await tasks.submit({ userId })
    await using second = await again(database)
    await using other = await openTasksUnderTest({ database: second })
    assert.deepEqual(await waitingJobs(database), idsOf([running, waiting].map(({ taskId }) => ({ userId, taskId }))))
    gate.open()
    await endEach(other, [
      { userId, ...running },
      { userId, ...waiting },
    ])
  })
})
