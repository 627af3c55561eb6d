import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { killAfterMs, type KillPlan } from './kill-plan.ts'
import { servedProcess } from './served-process.ts'
import { SubmittingClient } from './submitting-client.ts'
import { taskCounts, type TaskCounts } from './task-counts.ts'

export interface ApiKillCounts extends TaskCounts {
  /** Submissions whose connection was cut before the answer, repeated with their keys. */
  cutOff: number
  /** Keys that were answered with different tasks. */
  torn: number
  /** Accepted tasks that the history lists never or more than once. */
  misfiled: number
  /** Milliseconds from each start to the greeting. */
  starts: number[]
}

/** Kills an api process in the midst of submissions over HTTP and of runs, again and again, and counts what became of every task. */
export async function apiKillRounds(plan: KillPlan): Promise<ApiKillCounts> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-kill-'))
  const clients = Array.from({ length: 4 }, (_, number) => new SubmittingClient(number))
  const starts: number[] = []
  const started = async () => {
    const server = await servedProcess(folder)
    starts.push(Math.round(server.startMs))
    if (starts.length === 1) for (const client of clients) await client.register(server.url)
    await Promise.all(clients.map(async (client) => client.signIn(server.url)))
    return server
  }
  try {
    for (let round = 0; round < plan.rounds; round++) {
      const server = await started()
      const answered = Promise.withResolvers<void>()
      const cut = Promise.all(clients.map(async (client) => client.submitUntilCut(answered.resolve)))
      await answered.promise
      await pause(killAfterMs(plan, round))
      await server.end('SIGKILL')
      await cut
    }
    const server = await started()
    await Promise.all(clients.map(async (client) => client.settle()))
    const histories = await Promise.all(clients.map(async (client) => client.history()))
    const code = await server.end('SIGTERM')
    if (code !== 0) throw new Error(`The last process ended with ${code}`)
    return { ...told(clients, histories), ...(await taskCounts(folder, acceptedBy(clients))), starts }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function acceptedBy(clients: readonly SubmittingClient[]): Set<string> {
  return new Set(clients.flatMap(({ answers }) => [...answers.values()].flatMap((taskIds) => [...taskIds])))
}

function told(clients: readonly SubmittingClient[], histories: readonly string[][]) {
  const listed = clients.map(({ answers }, i) => {
    const times = new Map<string, number>()
    for (const taskId of histories[i] ?? []) times.set(taskId, (times.get(taskId) ?? 0) + 1)
    return [...answers.values()].flatMap((taskIds) => Array.from(taskIds, (taskId) => times.get(taskId) ?? 0))
  })
  return {
    cutOff: clients.reduce((sum, client) => sum + client.cutOff, 0),
    torn: clients.reduce((sum, { answers }) => sum + [...answers.values()].filter(({ size }) => size !== 1).length, 0),
    misfiled: listed.flat().filter((times) => times !== 1).length,
  }
}
