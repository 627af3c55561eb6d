import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import { describe, test } from 'node:test'
import { type Database, temporaryDatabase } from '@portofino/database'
import { createLogger } from '@portofino/telemetry'
import { sql } from 'kysely'
import { reviveOrphans } from './claims.ts'
import { type Jobs, openJobs } from './jobs.ts'
import { counter, openJobsUnderTest, queues, untilInterrupted } from './jobs-under-test.ts'
import { heartbeatSeconds } from './queue-settings.ts'
import type { Interruption } from './running-job.ts'
import { workJobs } from './work-jobs.ts'

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
  test('runs again however often processes were killed, within reason: faults of its own are fewer', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, database } = rig
    const id = await enqueue({})
    for (let kills = 1; kills <= 10; kills++) {
      await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now(), retry_count = ${kills}
        where id = ${id}`.execute(database.db)
      assert.equal(await reviveOrphans(database.db, ['plain']), 1, `after ${kills}`)
    }
  })

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

describe('a job that was given up', () => {
  test('is told of by another process when the first one dies in the telling', async () => {
    await using database = await temporaryDatabase()
    const first = await openJobsUnderTest(database)
    const id = await first.enqueue({})
    await sql`
      update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute', retry_count = retry_limit
      where id = ${id}`.execute(database.db)
    while ((await copies(database)).length === 0) await new Promise(setImmediate)
    await first[Symbol.asyncDispose]()
    // As a process leaves it that dies now.
    await sql`update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() where name = 'jobs.lost'`.execute(
      database.db,
    )
    const [told] = await copies(database)
    assert.equal(told?.heartbeat_seconds, heartbeatSeconds)
    await using second = await openJobsUnderTest({ ...database, isOpenedAlone: true })
    const failed = counter(1)
    await second.work({ failed: async () => failed.up() })
    await failed.reached
  })
})

async function copies({ db }: Database): Promise<{ heartbeat_seconds: number | null }[]> {
  const { rows } = await sql<{ heartbeat_seconds: number | null }>`
    select heartbeat_seconds from pgboss.job where name = 'jobs.lost'`.execute(db)
  return rows
}

describe('the settings of a queue', () => {
  test('are brought up to date when it is opened again', async () => {
    await using rig = await openJobsUnderTest()
    const [first] = queues
    const logger = createLogger({ level: 'silent', name: 'test' })
    const changed = [{ ...first!, retryLimit: 70, expireInSeconds: 77 }]
    await using again = await openJobs(rig.database, { queues: changed, logger })
    const id = await rig.database.db.transaction().execute(async (trx) => again.enqueue(trx, { queue: 'plain', data: {} }))
    const { rows } = await sql`select retry_limit, expire_seconds from pgboss.job where id = ${id}`.execute(rig.database.db)
    assert.deepEqual(rows, [{ retry_limit: 70, expire_seconds: 77 }])
  })
})

describe('the first load', () => {
  test('leaves statistics of the job table', async () => {
    await using rig = await openJobsUnderTest()
    const { enqueue, work, database } = rig
    await work({}, 50)
    await Promise.all(Array.from({ length: 500 }, async () => enqueue({})))
    while (!(await isAnalyzed(database))) await new Promise(setImmediate)
  })
})

/** Nobody but us does this to a table in parts. */
async function isAnalyzed({ db }: Database): Promise<boolean> {
  const { rows } = await sql<{ reltuples: number }>`select reltuples from pg_class where oid = 'pgboss.job'::regclass`.execute(db)
  return rows[0]!.reltuples >= 0
}

/** The workers look by themselves every second. */
const muchLessThanLooksMs = 3500

describe('workers that have nothing to do', () => {
  for (const hint of ['message', 'gap'] as const) {
    test(`look at once after a ${hint}`, async () => {
      await using rig = await openJobsUnderTest()
      const gaps: (() => void)[] = []
      const { announcements } = rig.jobs
      const subscribe: typeof announcements.subscribe = async (channel, onMessage, onGap) => {
        gaps.push(onGap)
        return announcements.subscribe(channel, onMessage, onGap)
      }
      const jobs = { ...rig.jobs, announcements: { ...announcements, subscribe } }
      const fetchesOf = tapped(rig.jobs.boss)
      const ended = new EventEmitter()
      const handler = { run: async () => undefined, isRetryable: () => false, failed: async () => undefined }
      const watch = { onStart: () => undefined, onEnd: () => void ended.emit('end') }
      await using _ = await workJobs(jobs, { plain: { handler, slots: 1, slotsPerUser: 1 } }, watch)
      const started = performance.now()
      for (let i = 0; i < 6; i++) {
        // Nothing was found: from here on they rest.
        await fetchesOf('plain', 0)
        await rig.database.db.transaction().execute(async (trx) => jobs.enqueue(trx, { queue: 'plain', data: {} }))
        const over = once(ended, 'end')
        if (hint === 'message') jobs.wake('plain')
        else for (const onGap of gaps) onGap()
        await over
      }
      assert.ok(performance.now() - started < muchLessThanLooksMs)
    })
  }
})

/** Resolves at the next look into the queue that finds so many jobs. */
function tapped(boss: Jobs['boss']): (queue: string, count: number) => Promise<unknown> {
  const fetches = new EventEmitter()
  const fetch = boss.fetch.bind(boss)
  Object.assign(boss, {
    fetch: async (...given: Parameters<typeof fetch>) => {
      const found = await fetch(...given)
      fetches.emit(`${given[0]} ${found.length}`)
      return found
    },
  })
  return async (queue, count) => once(fetches, `${queue} ${count}`)
}
