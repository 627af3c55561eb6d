import type { Database, Tables } from '@portofino/database'
import type { Logger } from '@portofino/telemetry'
import { type Kysely, sql, type Transaction } from 'kysely'
import { fromKysely, type JobInsert, PgBoss } from 'pg-boss'
import { type Announcements, openAnnouncements } from './announcements.ts'
import { reviveOrphans } from './claims.ts'
import { lostQueue, lostSettings, queueOptions, type QueueSettings } from './queue-settings.ts'
import { turnOf } from './turn.ts'

export interface NewJob {
  queue: string
  data: object
  /** Also the id of the task; a fresh one unless given. */
  id?: string
  /** Whose turn it takes. */
  userId?: number
  /** How many jobs of the same user wait already: it comes that much later, so that users take turns. */
  waiting?: number
  /** On an exclusive queue: at most one job of this key waits or runs. */
  singletonKey?: string
}

export interface QueueFigures {
  queue: string
  waiting: number
  running: number
  /** Age of the one that has waited longest; 0 when none waits. */
  oldestSeconds: number
}

/** Durable jobs: enqueued in the transaction that writes their row, run by any process of the database, tried again after a crash. */
export interface Jobs extends AsyncDisposable {
  announcements: Announcements
  /** Null when the key of an exclusive queue is taken. Call `wake` after the commit. */
  enqueue(trx: Transaction<Tables>, job: NewJob): Promise<string | null>
  /** The same for several jobs of one queue; gives the ids of those that were taken. */
  enqueueAll(trx: Transaction<Tables>, queue: string, jobs: readonly Omit<NewJob, 'queue'>[]): Promise<string[]>
  /** Tells the workers of all processes that there is something to do. */
  wake(queue: string): void
  /** Ends a job that waits or runs. Call `interrupt` after the commit. */
  cancel(trx: Transaction<Tables>, job: { queue: string; id: string }): Promise<void>
  /** Tells whichever process runs the job to stop at once. */
  interrupt(id: string): void
  /** Enqueues a job of the queue at each time of a cron expression in UTC, once however many processes ask for it. */
  schedule(queue: string, cron: string): Promise<void>
  figures(): Promise<QueueFigures[]>
  /** The queue library and pool; only `workJobs` uses them. */
  boss: PgBoss
  db: Kysely<Tables>
  queues: readonly QueueSettings[]
  logger: Logger
}

export const wakeChannel = 'job_waits'
export const interruptChannel = 'job_canceled'

/** Opens the queues, made or changed to what is asked for. What a dead process of this data directory was running is tried again at once. */
export async function openJobs(
  database: Database,
  { queues, logger }: { queues: readonly QueueSettings[]; logger: Logger },
): Promise<Jobs> {
  const { db } = database
  const boss = await startBoss(database, logger)
  await makeQueues(boss, queues)
  const announcements = openAnnouncements(database, logger)
  const names = queues.map(({ name }) => name)
  if (database.isOpenedAlone) {
    const count = await reviveOrphans(db, [lostQueue, ...names])
    if (count > 0) logger.info({ count }, 'jobs that the last process was running run again')
  }

  const enqueueAll: Jobs['enqueueAll'] = async (trx, queue, waiting) => {
    return (await boss.insert(queue, waiting.map(jobInsert), { db: fromKysely(trx), returnId: true })) ?? []
  }

  return {
    announcements,
    boss,
    db,
    queues,
    logger,

    enqueue: async (trx, { queue, ...job }) => (await enqueueAll(trx, queue, [job]))[0] ?? null,
    enqueueAll,
    wake: (queue) => announcements.announce(wakeChannel, queue),
    cancel: async (trx, { queue, id }) => {
      await boss.cancel(queue, id, { db: fromKysely(trx) })
    },
    interrupt: (id) => announcements.announce(interruptChannel, id),
    schedule: async (queue, cron) => boss.schedule(queue, cron),
    figures: async () => figures(db, names),
    [Symbol.asyncDispose]: async () => boss.stop({ graceful: false }),
  }
}

function jobInsert({ data, id, userId, waiting = 0, singletonKey }: Omit<NewJob, 'queue'>): JobInsert {
  return {
    data,
    priority: turnOf({ at: new Date(), waiting }),
    ...(id === undefined ? {} : { id }),
    ...(userId === undefined ? {} : { group: { id: String(userId) } }),
    ...(singletonKey === undefined ? {} : { singletonKey }),
  }
}

async function startBoss({ url }: Database, logger: Logger): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'jobs',
    max: 3,
    // What its own statements lose with the power (a claim, a heartbeat) is taken up again by the next process. Results are written elsewhere.
    options: '-c synchronous_commit=off',
    // How soon a missed heartbeat is noticed.
    superviseIntervalSeconds: 2,
    monitorIntervalSeconds: 1,
    maintenanceIntervalSeconds: 60,
  })
  boss.on('error', (error) => logger.warn({ error }, 'the job queue has a fault'))
  boss.on('warning', ({ message }) => logger.warn({ reason: message }, 'the job queue warns'))
  await boss.start()
  return boss
}

/** `createQueue` leaves a queue that exists as it was. */
async function makeQueues(boss: PgBoss, queues: readonly QueueSettings[]): Promise<void> {
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const settings of [lostSettings, ...queues]) {
    const options = queueOptions(settings)
    if (known.has(settings.name)) await boss.updateQueue(settings.name, options)
    else await boss.createQueue(settings.name, { ...options, policy: settings.isExclusive ? 'exclusive' : 'standard' })
  }
}

async function figures(db: Kysely<Tables>, names: readonly string[]): Promise<QueueFigures[]> {
  const { rows } = await sql<QueueFigures>`
    select queue,
      (count(id) filter (where state < 'active'))::int as waiting,
      (count(id) filter (where state = 'active'))::int as running,
      coalesce(extract(epoch from now() - min(created_on) filter (where state < 'active')), 0)::float8 as "oldestSeconds"
    from unnest(${names}::text[]) as queue
    left join pgboss.job on job.name = queue and state <= 'active'
    group by queue`.execute(db)
  return rows
}
