import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a process that opened the database says first. */
export interface Opening {
  url?: string
  isOpenedAlone?: boolean
  server?: number
  code?: string
  message?: string
}

/** A process that uses the database, for tests. */
export interface SpawnedUser {
  processId: number
  opening: Opening
  /** The next line it prints. */
  line: () => Promise<string>
  /** Kills it at once; resolves to every line that it printed before. */
  kill: () => Promise<string[]>
  /** Lets it end by itself. */
  leave: () => Promise<void>
}

/** Runs database-user.ts, below the given command if there is one. */
export async function spawnUser(parameters: readonly string[], below: readonly string[] = []): Promise<SpawnedUser> {
  const program = [...below, process.execPath, join(import.meta.dirname, 'database-user.ts'), ...parameters]
  const child = spawn(program[0]!, program.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const line = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error(`Cannot read a line: ${program.join(' ')} has ended`)
    return value
  }
  return {
    processId: child.pid ?? 0,
    opening: JSON.parse(await line()),
    line,
    async kill() {
      child.kill('SIGKILL')
      const rest: string[] = []
      for (let next = await lines.next(); next.done !== true; next = await lines.next()) rest.push(next.value)
      await ended
      return rest
    },
    async leave() {
      child.stdin.end()
      await ended
    },
  }
}
