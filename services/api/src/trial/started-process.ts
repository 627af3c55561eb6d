import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const mainFile = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface StartedProcess {
  url: string
  child: ChildProcess
  /** Lines of the log so far. */
  lines: string[]
  /** Sends the signal; gives the exit code, null when the signal killed it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** The real program as `npm start` runs it, on a free port, below a command if one is given. Resolves when it says that it is ready. */
export async function startedProcess(
  folder: string,
  environment: Record<string, string> = {},
  below: readonly string[] = [],
): Promise<StartedProcess> {
  const [program, ...words] = [...below, process.execPath, mainFile, '--port', '0', '--data-dir', folder]
  const child = spawn(program, words, {
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
  const closed = once(child, 'close')
  const url = await Promise.race([
    greeted(child),
    closed.then(() => Promise.reject(new Error(`Cannot start the server:\n${lines.join('\n')}`))),
  ])
  return {
    url,
    child,
    lines,
    async end(signal) {
      child.kill(signal)
      await closed
      return child.exitCode
    },
  }
}

async function greeted(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  createInterface({ input: child.stdout! }).on('line', (line) => {
    const url = /open (http\S+)/.exec(line)?.[1]
    if (url !== undefined) resolve(url)
  })
  return promise
}
