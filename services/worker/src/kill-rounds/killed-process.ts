// Run by `worker-rounds.ts` as a process of its own: works and, unless told to finish, submits until it is killed.
import { createGuest, type Database } from '@portofino/database'
import { openTaskContext, openThreadPool, startTasks, submitSimulation } from '@portofino/tasks'
import { createLogger } from '@portofino/telemetry'
import { setTimeout as pause } from 'node:timers/promises'

const [dataDirectory = '', round = '', mode = 'submit'] = process.argv.slice(2)
const say = (text: string): boolean => process.stdout.write(`${text}\n`)

const logger = createLogger({ level: 'error', name: 'killed' })
const source = { dataDirectory, databaseUrl: null, marketData: 'sample' }
const context = await openTaskContext({ ...source, applicationName: 'killed', logger })
const { database } = context
const left = await openTasks(database)
const threads = openThreadPool(1)
const tasks = await startTasks(context, threads)
const started = performance.now()
await untilDone(left)
say(`recovered ${left.length} ${Math.round(performance.now() - started)}`)
if (mode === 'submit') await submitUntilKilled()
await untilDone(await openTasks(database))
await tasks[Symbol.asyncDispose]()
await threads[Symbol.asyncDispose]()
await context[Symbol.asyncDispose]()

async function submitUntilKilled(): Promise<never> {
  const users = await Promise.all(Array.from({ length: 4 }, async () => createGuest(database.db, new Date('2100-01-01'))))
  for (let i = 0; ; i++) {
    const { id: userId } = users[i % users.length]!
    const command = `AAPL-L-50% MSFT-L-50% 2015 2022 rebalance=weekly capital=${Number(round) * 100_000 + i + 1}`
    const submitted = await submitSimulation(context, { userId, command, dialect: 'default' })
    if (submitted.kind === 'accepted') say(`accepted ${submitted.taskId}`)
    else await pause(5)
  }
}

async function openTasks({ db }: Database): Promise<string[]> {
  const rows = await db.selectFrom('simulations').select('task_id').where('status', 'in', ['queued', 'running']).execute()
  return rows.map(({ task_id: taskId }) => taskId)
}

async function untilDone(taskIds: readonly string[]): Promise<void> {
  for (;;) {
    const waiting = new Set(await openTasks(database))
    if (!taskIds.some((taskId) => waiting.has(taskId))) return
    await pause(5)
  }
}
