import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { killAfterMs, type KillPlan } from './kill-plan.ts'
import { taskCounts, type TaskCounts } from './task-counts.ts'

export interface WorkerKillCounts extends TaskCounts {
  /** Milliseconds from when the workers started until all that the killed process had left was done, for each round. */
  recoveries: number[]
}

/** Kills a process with all its threads in the midst of submitting and running, again and again, and counts what became of every task. */
export async function workerKillRounds(plan: KillPlan): Promise<WorkerKillCounts> {
  const { rounds } = plan
  const folder = await mkdtemp(join(tmpdir(), 'portofino-kill-'))
  const [accepted, recoveries]: [string[], number[]] = [[], []]
  try {
    for (let round = 0; round < rounds; round++) {
      const { process: child, recovered } = startProcess([folder, String(round)], accepted)
      recoveries.push(await recovered)
      await pause(killAfterMs(plan, round))
      child.kill('SIGKILL')
      await once(child, 'close')
    }
    const { process: child, recovered } = startProcess([folder, String(rounds), 'finish'], accepted)
    const closed = once(child, 'close')
    recoveries.push(await recovered)
    const [code] = await closed
    if (code !== 0) throw new Error(`The last process ended with ${code}`)
    return { ...(await taskCounts(folder, new Set(accepted))), recoveries }
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
