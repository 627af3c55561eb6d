import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { eventSchema } from '@portofino/contract'
import { popularTickers } from '@portofino/database'
import { openTasksUnderTest } from '../tasks-under-test.ts'
import type { EventConsumer, RelayedEvent } from './event-consumer.ts'
import { startEventsRelay } from './relay.ts'
import { tickerUsage } from './ticker-usage.ts'

const types = ['simulation.queued', 'simulation.started', 'simulation.done', 'history.created'] as const

/** Resolves with what it saw once it saw an event of this type. */
function consumerUntil(type: string): { consumer: EventConsumer; seen: Promise<RelayedEvent[]> } {
  const events: RelayedEvent[] = []
  const { promise: seen, resolve } = Promise.withResolvers<RelayedEvent[]>()
  const consume: EventConsumer['consume'] = async (_, news) => {
    events.push(...news)
    if (events.some((event) => event.type === type)) resolve(events)
  }
  return { consumer: { name: 'test', types, consume }, seen }
}

describe('startEventsRelay', () => {
  test('gives each event of a task once, in order, as the contract says', async () => {
    await using tasks = await openTasksUnderTest()
    const working = await tasks.start()
    const userId = await tasks.newUser()
    const { taskId, simulationId } = await tasks.submit({ userId })
    await tasks.messages({ userId, taskId })
    await working[Symbol.asyncDispose]()
    // What the relay of those workers took, which knows other consumers.
    await tasks.context.database.db.updateTable('outbox').set({ published_at: null }).execute()
    const { consumer, seen } = consumerUntil('history.created')
    await using relays = new AsyncDisposableStack()
    // As in two processes.
    for (let i = 0; i < 2; i++) relays.use(await startEventsRelay(tasks.context, [consumer]))
    const events = await seen
    assert.deepEqual(
      events.map(({ type }) => type),
      types,
    )
    const rows = await tasks.context.database.db.selectFrom('outbox').selectAll().orderBy('position').execute()
    for (const { position: _, published_at: __, ...row } of rows) eventSchema.parse({ ...row, time: row.time.toISOString() })
    for (const { subject, data } of events) {
      assert.equal(subject, taskId)
      assert.equal((data as Record<string, unknown>)['simulation_id'], simulationId)
    }
  })

  test('counts what symbols are used, once for each run', async () => {
    await using tasks = await openTasksUnderTest()
    const userId = await tasks.newUser()
    await tasks.submit({ userId, command: 'AAPL-L-50% MSFT-L-50% 2020 2021' })
    await tasks.submit({ userId, command: 'AAPL-L-100% 2020 2021 bench=^GSPC' })
    const { db } = tasks.context.database
    const { consumer, seen } = consumerUntil('simulation.queued')
    const relay = await startEventsRelay(tasks.context, [tickerUsage, consumer])
    await seen
    await relay[Symbol.asyncDispose]()
    // As after a crash between the consumer and the mark.
    await db.updateTable('outbox').set({ published_at: null }).execute()
    const { consumer: last, seen: again } = consumerUntil('simulation.queued')
    const second = await startEventsRelay(tasks.context, [tickerUsage, { ...last, name: 'another' }])
    await again
    await second[Symbol.asyncDispose]()
    const popular = await popularTickers(db, 9)
    assert.deepEqual(popular[0], { symbol: 'AAPL', uses: 2 })
    assert.deepEqual(new Map(popular.map(({ symbol, uses }) => [symbol, uses])).get('^GSPC'), 1)
    assert.equal(popular.length, 3)
  })
})
