import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { counter, openJobsUnderTest, untilInterrupted } from './jobs-under-test.ts'
import type { Interruption } from './running-job.ts'

describe('enqueue', () => {
  test('goes with the transaction', async () => {
    await using rig = await openJobsUnderTest()
    const { jobs, database } = rig
    const undone = database.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, { queue: 'plain', data: {} })
      throw new RangeError('undone')
    })
    await assert.rejects(undone, RangeError)
    assert.deepEqual((await jobs.figures()).find(({ queue }) => queue === 'plain')?.waiting, 0)
  })

  test('takes one job of a key on an exclusive queue, however many ask', async () => {
    await using rig = await openJobsUnderTest()
    const { jobs, database } = rig
    const job = { queue: 'single', data: {}, singletonKey: 'AAPL' }
    const enqueue = async () => database.db.transaction().execute(async (trx) => jobs.enqueue(trx, job))
    const ids = await Promise.all(Array.from({ length: 5 }, enqueue))
    assert.equal(ids.filter((id) => id !== null).length, 1)
    const other = await database.db.transaction().execute(async (trx) => jobs.enqueue(trx, { ...job, singletonKey: 'MSFT' }))
    assert.notEqual(other, null)
  })
})

describe('workJobs', () => {
  test('runs each job once, whoever of two processes takes it', async () => {
    await using first = await openJobsUnderTest()
    await using second = await openJobsUnderTest(first.database)
    const runs = new Map<string, number>()
    const { up, reached } = counter(100)
    const run = async ({ id }: { id: string }): Promise<void> => {
      runs.set(id, (runs.get(id) ?? 0) + 1)
      up()
    }
    await first.work({ run })
    await second.work({ run })
    const ids = await Promise.all(Array.from({ length: 100 }, async (_, i) => first.enqueue({ i })))
    await reached
    assert.deepEqual(new Map(ids.map((id) => [id, 1])), runs)
  })

  test('tries again what may pass, up to its limit, and then fails it', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work } = rig
    const attempts: [number, boolean][] = []
    const [retries, failures] = [counter(2), counter(1)]
    const { outcomes } = await work({
      run: async ({ attempt, isLastAttempt }) => {
        attempts.push([attempt, isLastAttempt])
        throw new RangeError('away')
      },
      isRetryable: (fault) => fault instanceof RangeError,
      retrying: async () => retries.up(),
      failed: async () => failures.up(),
    })
    await enqueue({})
    await failures.reached
    assert.deepEqual(attempts, [
      [1, false],
      [2, false],
      [3, true],
    ])
    assert.deepEqual([retries.count(), outcomes.slice(0, 2)], [2, ['retried', 'retried']])
  })

  test('fails at once what will not pass', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work, jobs } = rig
    const ended = counter(1)
    const faults: unknown[] = []
    await work({
      run: async () => {
        throw new TypeError('wrong')
      },
      failed: async (_trx, _job, fault) => void faults.push(fault),
      settled: ended.up,
    })
    await enqueue({})
    await ended.reached
    assert.ok(faults.length === 1 && faults[0] instanceof TypeError)
    const [plain] = (await jobs.figures()).filter(({ queue }) => queue === 'plain')
    assert.deepEqual([plain?.waiting, plain?.running], [0, 0])
  })

  test('takes users by turns', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work } = rig
    for (let waiting = 0; waiting < 5; waiting++) await enqueue({ who: 'busy' }, { userId: 1, waiting })
    await enqueue({ who: 'other' }, { userId: 2, waiting: 0 })
    const order: string[] = []
    const { up, reached } = counter(6)
    await work({ run: async ({ data }) => void order.push((data as { who: string }).who), settled: up }, 1)
    await reached
    assert.deepEqual(order.slice(0, 2), ['busy', 'other'])
  })
})

describe('a claim', () => {
  test('that was canceled is interrupted and can end nothing', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work, jobs, database } = rig
    const [started, ended] = [counter(1), counter(1)]
    const faults: unknown[] = []
    await work({
      run: async (job) => {
        started.up()
        await untilInterrupted(job).catch((fault: unknown) => void faults.push(fault))
        // As a handler would that does not look.
        await database.db
          .transaction()
          .execute(async (trx) => job.complete(trx))
          .catch((fault: unknown) => void faults.push(fault))
        ended.up()
      },
    })
    const id = await enqueue({})
    await started.reached
    await database.db.transaction().execute(async (trx) => jobs.cancel(trx, { queue: 'plain', id }))
    jobs.interrupt(id)
    await ended.reached
    const causes = faults.map((fault) => (fault as Interruption).cause)
    assert.deepEqual(causes, ['canceled', 'lost'])
  })

  test('that was canceled without a message is noticed within two seconds', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work, jobs, database } = rig
    const [started, interrupted] = [counter(1), counter(1)]
    await work({
      run: async (job) => {
        started.up()
        await untilInterrupted(job).finally(interrupted.up)
      },
    })
    const id = await enqueue({})
    await started.reached
    await database.db.transaction().execute(async (trx) => jobs.cancel(trx, { queue: 'plain', id }))
    await interrupted.reached
  })

  test('goes back when the process stops, as if it had never been', async () => {
    await using first = await openJobsUnderTest()
    await using second = await openJobsUnderTest(first.database)
    const started = counter(1)
    const { outcomes, stop } = await first.work({
      run: async (job) => {
        started.up()
        await untilInterrupted(job)
      },
    })
    await first.enqueue({})
    await started.reached
    await stop()
    assert.deepEqual(outcomes, ['returned'])
    const again = counter(1)
    const attempts: number[] = []
    await second.work({
      run: async ({ attempt }) => {
        attempts.push(attempt)
        again.up()
      },
    })
    await again.reached
    assert.deepEqual(attempts, [1])
  })

  test('of a process that is dead at every attempt ends the job through its handler', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work, database } = rig
    const id = await enqueue({ which: 'poison' })
    // What is left when a process died at the last attempt, long enough ago.
    await sql`
      update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute', retry_count = retry_limit
      where id = ${id}`.execute(database.db)
    const { up, reached } = counter(1)
    const told: unknown[] = []
    await work({
      failed: async (_trx, job, fault) => {
        told.push([job, (fault as Interruption).cause])
        up()
      },
    })
    await reached
    assert.deepEqual(told, [[{ id, data: { which: 'poison' } }, 'lost']])
  })

  test('of a process that died is taken up by another one', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work, database } = rig
    const id = await enqueue({})
    await sql`
      update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '11 seconds' where id = ${id}`.execute(
      database.db,
    )
    const again = counter(1)
    const attempts: number[] = []
    await work({
      run: async ({ attempt }) => {
        attempts.push(attempt)
        again.up()
      },
    })
    await again.reached
    assert.deepEqual(attempts, [2])
  })
})
