import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { reviveOrphans } from './claims.ts'
import { counter, openJobsUnderTest, untilInterrupted } from './jobs-under-test.ts'
import type { Interruption } from './running-job.ts'

describe('a second attempt in the process of the first', () => {
  test('interrupts the first and is still held when that one ends', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work, jobs, database } = rig
    const attempts = [counter(1), counter(1)]
    const [firstEnds, over] = [Promise.withResolvers<void>(), counter(2)]
    const causes: string[] = []
    const { outcomes } = await work({
      run: async (job) => {
        attempts[job.attempt - 1]!.up()
        await untilInterrupted(job).catch(({ cause }: Interruption) => causes.push(`${job.attempt} ${cause}`))
        if (job.attempt === 1) await firstEnds.promise
        throw job.signal.reason
      },
      settled: over.up,
    })
    const id = await enqueue({})
    await attempts[0]!.reached
    // As when this process stood still for so long that it counted as dead.
    await sql`update pgboss.job set state = 'retry', start_after = now() where id = ${id}`.execute(database.db)
    jobs.wake('plain')
    await attempts[1]!.reached
    firstEnds.resolve()
    while (outcomes.length === 0) await new Promise(setImmediate)
    jobs.interrupt(id)
    await over.reached
    assert.deepEqual(causes, ['1 lost', '2 canceled'])
  })
})

describe('the jobs of one user', () => {
  test('leave slots to others', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work } = rig
    const [started, gate] = [counter(3), Promise.withResolvers<void>()]
    const running: unknown[] = []
    for (let i = 0; i < 5; i++) await enqueue({ who: 'busy' }, { userId: 1 })
    const run = async ({ data }: { data: unknown }): Promise<void> => {
      running.push((data as { who: string }).who)
      started.up()
      await gate.promise
    }
    await work({ run }, 4, 2)
    await enqueue({ who: 'other' }, { userId: 2 })
    await started.reached
    assert.deepEqual(running, ['busy', 'busy', 'other'])
    gate.resolve()
  })
})

describe('what a dead process was running', () => {
  test('runs again at once, but not what has killed its process at every attempt', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, database } = rig
    const [first, last] = [await enqueue({}), await enqueue({})]
    await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now()`.execute(database.db)
    await sql`update pgboss.job set retry_count = retry_limit where id = ${last}`.execute(database.db)
    assert.equal(await reviveOrphans(database.db, ['plain']), 1)
    const { rows } = await sql`select id, state from pgboss.job where state <> 'active'`.execute(database.db)
    assert.deepEqual(rows, [{ id: first, state: 'retry' }])
  })
})
