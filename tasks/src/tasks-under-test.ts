import assert from 'node:assert/strict'
import { setImmediate, setTimeout as pause } from 'node:timers/promises'
import type { TaskMessage } from '@portofino/contract'
import { createGuest, type Database, temporaryDatabase } from '@portofino/database'
import { type MarketDataSource, openMarketData } from '@portofino/market-data'
import { createLogger, createMeters } from '@portofino/telemetry'
import type { TaskContext } from './context.ts'
import { openTaskQueues } from './queues.ts'
import type { SimulationOrder } from './repeated-order.ts'
import { startTasks } from './start-tasks.ts'
import { submitSimulation } from './submit-simulation.ts'
import { openTaskFeed, type TaskFeed } from './task-feed.ts'
import { openThreadPool } from './threads/thread-pool.ts'

export const example = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'

export interface TasksUnderTest extends AsyncDisposable {
  context: TaskContext
  feed: TaskFeed
  /** Of a fresh account. */
  newUser(): Promise<number>
  /** Does what waits, from now on. */
  start(): Promise<AsyncDisposable>
  /** Gives its task, which must have been accepted. */
  submit(order: Partial<SimulationOrder> & { userId: number }): Promise<{ taskId: string; simulationId: number }>
  /** Resolves when this process runs nothing. */
  idle(): Promise<void>
  /** Every message of a task to its last. */
  messages(task: { userId: number; taskId: string; subject?: 'simulations' | 'reports' }): Promise<TaskMessage[]>
}

export interface Given {
  /** The sample unless given. */
  marketData?: MarketDataSource
  /** A database of its own unless given; then it stays open. */
  database?: Database
}

export async function sampleSource(): Promise<MarketDataSource> {
  return openMarketData('sample', { storeFolder: '/nowhere', otherSources: 'None other.' })
}

/** A process's worth of tasks on a database of its own, the workers not yet started. */
export async function openTasksUnderTest({ marketData, database: given }: Given = {}): Promise<TasksUnderTest> {
  await using opened = new AsyncDisposableStack()
  const database = given ?? opened.use(await temporaryDatabase())
  const logger = createLogger({ level: 'silent', name: 'test' })
  const jobs = opened.use(await openTaskQueues(database, logger))
  const source = marketData ?? (await sampleSource())
  const context: TaskContext = { database, jobs, marketData: source, logger, meters: createMeters() }
  const feed = opened.use(await openTaskFeed(context))
  const resources = opened.move()
  return {
    context,
    feed,
    newUser: async () => (await createGuest(database.db, new Date('2100-01-01'))).id,
    start: async () => {
      const threads = resources.use(openThreadPool(1))
      return resources.use(await startTasks(context, threads))
    },
    async idle() {
      while (await isRunning(context)) await setImmediate()
    },
    async submit(order) {
      const submitted = await submitSimulation(context, { command: example, dialect: 'default', ...order })
      assert.ok(submitted.kind === 'accepted', JSON.stringify(submitted))
      return submitted
    },
    async messages({ subject = 'simulations', ...owner }) {
      const followed = await feed.follow({ ...owner, subject, after: 0 }, new AbortController().signal)
      assert.ok(followed !== null, 'there is such a task')
      const messages: TaskMessage[] = []
      for await (const message of followed) messages.push(message)
      return messages
    },
    [Symbol.asyncDispose]: async () => resources.disposeAsync(),
  }
}

async function isRunning({ meters }: TaskContext): Promise<boolean> {
  return (await meters.jobsRunning.get()).values.some(({ value }) => value > 0)
}

export interface Gate {
  source: MarketDataSource
  /** Resolves when somebody asks for prices. */
  asked: Promise<void>
  /** From here on prices are given. */
  open(): void
}

/** The sample, with prices that wait for the gate. */
export async function gatedSource(): Promise<Gate> {
  const source = await sampleSource()
  const [asked, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const history: MarketDataSource['history'] = async (request) => {
    asked.resolve()
    await gate.promise
    return source.history(request)
  }
  return { source: { ...source, history }, asked: asked.promise, open: gate.resolve }
}

/** The sample, with prices that come as slowly as from a network: one instrument after the other. */
export async function slowSource(): Promise<MarketDataSource> {
  const source = await sampleSource()
  let last: Promise<unknown> = Promise.resolve()
  const history: MarketDataSource['history'] = async (request) => {
    last = last.then(async () => pause(60))
    await last
    return source.history(request)
  }
  return { ...source, history }
}

/** The sample, whose first answers about prices are these faults. */
export async function failingSource(faults: readonly Error[]): Promise<MarketDataSource> {
  const source = await sampleSource()
  const waiting = [...faults]
  return {
    ...source,
    history: async (request) => {
      const fault = waiting.shift()
      if (fault !== undefined) throw fault
      return source.history(request)
    },
  }
}
