import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createGuest, deleteSimulation, findReport, findReportFile, findSimulation, restoreSimulation } from '@portofino/database'
import { submitReport } from '../submit-report.ts'
import { openTasksUnderTest } from '../tasks-under-test.ts'
import { cleanUp } from './cleanup.ts'

const hour = 3_600_000
const day = 24 * hour

describe('cleanUp', () => {
  test('keeps what may still be needed and removes what may not', async () => {
    await using tasks = await openTasksUnderTest()
    await tasks.start()
    const userId = await tasks.newUser()
    const [kept, deleted] = [await tasks.submit({ userId }), await tasks.submit({ userId, command: 'KO-L-100% 2020 2021' })]
    for (const { taskId } of [kept, deleted]) await tasks.messages({ userId, taskId })
    const report = await submitReport(tasks.context, { userId, simulationId: kept.simulationId })
    assert.ok(report.kind === 'accepted')
    await tasks.messages({ userId, taskId: report.taskId, subject: 'reports' })
    const { db } = tasks.context.database
    const now = Date.now()
    const guest = await createGuest(db, new Date(now + hour))
    const owner = { userId, id: deleted.simulationId }
    await db.transaction().execute(async (trx) => deleteSimulation(trx, owner))

    await cleanUp(tasks.context, new Date(now + 23 * hour))
    assert.ok(await db.transaction().execute(async (trx) => restoreSimulation(trx, owner)), 'it can be undone for a day')
    await db.transaction().execute(async (trx) => deleteSimulation(trx, owner))
    assert.ok((await findReportFile(db, { userId, taskId: report.taskId }))?.file)
    assert.deepEqual(await db.selectFrom('users').select('id').where('id', '=', guest.id).execute(), [])

    await cleanUp(tasks.context, new Date(now + 2 * day))
    assert.equal(await db.transaction().execute(async (trx) => restoreSimulation(trx, owner)), undefined)
    assert.ok(await findSimulation(db, { userId, id: kept.simulationId }))
    assert.equal((await db.selectFrom('simulation_results').select('key').execute()).length, 1, 'of the run that is left')

    await cleanUp(tasks.context, new Date(now + 8 * day))
    const expired = await findReport(db, { userId, taskId: report.taskId })
    assert.equal(expired?.status, 'done')
    const { count } = await db
      .selectFrom('reports')
      .select((of) => of.fn.count<number>('file').as('count'))
      .executeTakeFirstOrThrow()
    assert.equal(count, 0)
    assert.deepEqual(await db.selectFrom('task_event').selectAll().execute(), [])
    const present = await tasks.messages({ userId, taskId: kept.taskId })
    assert.deepEqual(present, [], 'nothing is left to say of it')
    assert.equal((await tasks.feed.events({ userId, taskId: kept.taskId }, 0))?.status, 'done')
  })
})
