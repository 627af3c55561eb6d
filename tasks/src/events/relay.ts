import { setTimeout as pause } from 'node:timers/promises'
import { markPublished, newToConsumer, takeUnpublished } from '@portofino/database'
import { standingLoop } from '@portofino/jobs'
import { outboxChannel } from '../announce-task.ts'
import type { TaskContext } from '../context.ts'
import type { EventConsumer, RelayedEvent } from './event-consumer.ts'

const batchSize = 500
/** Under load events are taken together: a batch costs little more than one of them. */
const gatherMs = 50
/** A message that there are some may be lost. */
const idleMs = 5000

type RelayTools = Pick<TaskContext, 'database' | 'jobs' | 'logger' | 'meters'>

/**
 * `events.relay`: hands the rows of the outbox to the consumers, in order, each batch in one transaction. All processes run it; whoever comes
 * second to a batch leaves it to the first.
 */
export async function startEventsRelay(tools: RelayTools, consumers: readonly EventConsumer[]): Promise<AsyncDisposable> {
  const { jobs, logger, meters } = tools
  const loop = standingLoop({
    idleMs,
    step: async () => {
      await pause(gatherMs)
      const types = await relayBatch(tools, consumers)
      for (const type of types) meters.eventsPublished.inc({ type })
      return types.length === batchSize
    },
    onFault: (error) => logger.warn({ error, job: 'events.relay' }, 'events cannot be relayed; they wait'),
  })
  const wake = (): void => loop.wake()
  const unsubscribe = await jobs.announcements.subscribe(outboxChannel, wake, wake)
  return {
    async [Symbol.asyncDispose]() {
      await unsubscribe()
      await loop[Symbol.asyncDispose]()
    },
  }
}

/** Gives the types of what it relayed. */
async function relayBatch({ database }: RelayTools, consumers: readonly EventConsumer[]): Promise<string[]> {
  return database.db.transaction().execute(async (trx) => {
    const rows = await takeUnpublished(trx, batchSize)
    if (rows === null || rows.length === 0) return []
    const events = rows.map(({ id, type, time, subject, user_id: userId, data }): RelayedEvent => {
      return { id, type, time, subject, userId, data }
    })
    for (const consumer of consumers) {
      const wanted = events.filter(({ type }) => consumer.types.some((known) => known === type))
      if (wanted.length === 0) continue
      const fresh = await newToConsumer(
        trx,
        consumer.name,
        wanted.map(({ id }) => id),
      )
      await consumer.consume(
        trx,
        wanted.filter(({ id }) => fresh.has(id)),
      )
    }
    const positions = rows.map(({ position }) => position)
    await markPublished(trx, positions)
    return events.map(({ type }) => type)
  })
}
