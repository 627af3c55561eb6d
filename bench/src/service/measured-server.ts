import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

const mainFile = join(import.meta.dirname, '..', '..', '..', 'services', 'api', 'src', 'main.ts')

/** The real server program on a free port, with a data directory and a database of its own. */
export interface MeasuredServer extends AsyncDisposable {
  url: string
  pid: number
}

/** So many calls and sockets that a few people of the bench may do the work of a thousand. */
const openLimits = { CALLS_PER_MINUTE: '1000000', SOCKETS_PER_USER: '1000000' }

/** `settings` as `--help` of the server lists them. */
export async function startServer(settings: Record<string, string> = {}): Promise<MeasuredServer> {
  const folder = mkdtempSync(join(tmpdir(), 'portofino-bench-'))
  const env = { ...process.env, LOG_LEVEL: 'warn', ...openLimits, ...settings }
  const words = [mainFile, '--port', '0', '--data-dir', folder]
  const child = spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = once(child, 'close')
  // Also when a case throws where nobody waits for it.
  const end = (): void => void child.kill('SIGTERM')
  process.once('exit', end)
  const url = await Promise.race([greeted(child.stdout), closed.then(() => null)])
  if (url === null || child.pid === undefined) throw new Error('Cannot benchmark: the server must start')
  return {
    url,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      process.removeListener('exit', end)
      end()
      await closed
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address that the server prints when it is ready. */
async function greeted(output: Readable): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  createInterface({ input: output }).on('line', (line) => {
    const url = /open (http\S+)/.exec(line)?.[1]
    if (url !== undefined) resolve(url)
  })
  return promise
}
