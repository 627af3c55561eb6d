import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** An api process with its own workers, on a free port. */
export interface ServedProcess {
  url: string
  /** From the start to its greeting. */
  startMs: number
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

const main = join(import.meta.dirname, '../../../api/src/main.ts')
const unlimited = { LOGINS_PER_MINUTE: '1000000', REGISTRATIONS_PER_HOUR: '1000000', CALLS_PER_MINUTE: '1000000' }

export async function servedProcess(dataDirectory: string): Promise<ServedProcess> {
  const began = performance.now()
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [main, '--port', '0', '--data-dir', dataDirectory], {
    env: { PATH, HOME, ...unlimited, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const { promise: greeted, resolve, reject } = Promise.withResolvers<string>()
  createInterface(child.stdout).on('line', (line) => {
    const url = /open (http\S+)/.exec(line)?.[1]
    if (url !== undefined) resolve(url)
  })
  child.once('close', (code) => reject(new Error(`The server ended with ${code} before it was ready`)))
  const url = await greeted
  return {
    url,
    startMs: performance.now() - began,
    async end(signal) {
      child.kill(signal)
      await closed
      return child.exitCode
    },
  }
}
