// `node services/worker/src/kill-rounds.ts 25` prints the counts; the tests do fewer rounds.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '@portofino/database'

export interface KillCounts {
  rounds: number
  /** Submissions that were answered. */
  accepted: number
  /** Accepted, but without a row or not done in the end. */
  lost: number
  /** With more than one last message, event or result. */
  doubled: number
  /** With messages that are not numbered from 1 without gaps. */
  gapped: number
  /** Runs that were cut off and begun again. */
  interrupted: number
  /** Milliseconds from when the workers started until all that the killed process had left was done, for each round. */
  recoveries: number[]
}

/** Kills a process with all its threads in the midst of submitting and running, again and again, and counts what became of every task. */
export async function killRounds(rounds: number, killAfterMs: (round: number) => number): Promise<KillCounts> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-kill-'))
  const [accepted, recoveries]: [string[], number[]] = [[], []]
  try {
    for (let round = 0; round < rounds; round++) {
      const { process: child, recovered } = startProcess([folder, String(round)], accepted)
      recoveries.push(await recovered)
      await pause(killAfterMs(round))
      child.kill('SIGKILL')
      await once(child, 'close')
    }
    const { process: child, recovered } = startProcess([folder, String(rounds), 'finish'], accepted)
    const closed = once(child, 'close')
    recoveries.push(await recovered)
    const [code] = await closed
    if (code !== 0) throw new Error(`The last process ended with ${code}`)
    return { rounds, recoveries, ...(await counts(folder, accepted)) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function startProcess(words: string[], accepted: string[]): { process: ChildProcess; recovered: Promise<number> } {
  const main = join(import.meta.dirname, 'killed-process.ts')
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'inherit'] })
  const { promise: recovered, resolve, reject } = Promise.withResolvers<number>()
  createInterface(child.stdout).on('line', (line) => {
    const [word, first = '', second = ''] = line.split(' ')
    if (word === 'accepted') accepted.push(first)
    if (word === 'recovered') resolve(Number(second))
  })
  child.once('close', (code) => reject(new Error(`The process ended with ${code} before it was ready`)))
  return { process: child, recovered }
}

async function counts(folder: string, accepted: readonly string[]): Promise<Omit<KillCounts, 'rounds' | 'recoveries'>> {
  await using database = await openDatabase({ dataDirectory: folder, applicationName: 'count' })
  const { db } = database
  const rows = await db.selectFrom('simulations').select(['task_id', 'status']).execute()
  const messages = await db.selectFrom('task_event').select(['task_id', 'seq', 'message']).orderBy('seq').execute()
  const events = await db.selectFrom('outbox').select(['subject', 'type']).execute()
  const statusOf = new Map(rows.map(({ task_id: taskId, status }) => [taskId, status]))
  const messagesOf = Map.groupBy(messages, ({ task_id: taskId }) => taskId)
  const donesOf = Map.groupBy(
    events.filter(({ type }) => type === 'simulation.done'),
    ({ subject }) => subject,
  )
  // Also those that were written when the kill came before the answer.
  const tasks = Array.from(new Set([...accepted, ...statusOf.keys()]), (taskId) => {
    const said = messagesOf.get(taskId) ?? []
    const dones = donesOf.get(taskId)?.length ?? 0
    return { isDone: statusOf.get(taskId) === 'done' && dones > 0, dones, said }
  })
  const saying = (said: typeof messages, status: string): number => said.filter(({ message }) => message.status === status).length
  return {
    accepted: accepted.length,
    lost: tasks.filter(({ isDone, said }) => !isDone || saying(said, 'done') === 0).length,
    doubled: tasks.filter(({ dones, said }) => dones > 1 || saying(said, 'done') > 1 || saying(said, 'queued') > 1).length,
    gapped: tasks.filter(({ said }) => said.some(({ seq }, i) => seq !== i + 1)).length,
    interrupted: tasks.filter(({ said }) => said.filter(({ message }) => message['percent'] === 0).length > 1).length,
  }
}

if (import.meta.main) {
  const rounds = Number(process.argv[2] ?? 25)
  process.stdout.write(`${JSON.stringify(await killRounds(rounds, () => 50 + 500 * Math.random()), null, 2)}\n`)
}
