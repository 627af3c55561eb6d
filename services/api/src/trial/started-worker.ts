import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const mainFile = fileURLToPath(new URL('../../../worker/src/main.ts', import.meta.url))

export interface StartedWorker {
  /** Sends the signal; gives the exit code, null when the signal killed it. */
  end: (signal: NodeJS.Signals) => Promise<number | null>
}

/** A worker process as `npm run worker` runs it. Resolves when it works. */
export async function startedWorker(dataDirectory: string, environment: Record<string, string> = {}): Promise<StartedWorker> {
  const { PATH, HOME } = process.env
  const env = { PATH, HOME, DATA_DIR: dataDirectory, WORKER_THREADS: '1', ...environment }
  const child = spawn(process.execPath, [mainFile], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const closed = once(child, 'close')
  const { promise: works, resolve, reject } = Promise.withResolvers<void>()
  createInterface(child.stderr).on('line', (line) => {
    if (line.includes('the worker works')) resolve()
  })
  child.once('close', (code) => reject(new Error(`The worker ended with ${code} before it worked`)))
  await works
  return {
    async end(signal) {
      child.kill(signal)
      await closed
      return child.exitCode
    },
  }
}
