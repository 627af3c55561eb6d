import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { processTree } from './process-tree.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const mainFile = 'services/api/src/main.ts'

export interface StartedByNpm extends AsyncDisposable {
  /** From the command to the first 200 of `/health`. */
  seconds: number
  /** npm itself and all below it. */
  processes: () => number[]
  /** The server and PostgreSQL. */
  withoutNpm: () => number[]
}

/** The command as people type it in a checkout whose packages are installed: npm, its set-up step, the server. `cache` keeps compiled modules. */
export async function startByNpm({ data, cache }: { data: string; cache: string }): Promise<StartedByNpm> {
  const port = await freePort()
  const env = { ...process.env, NODE_COMPILE_CACHE: cache, LOG_LEVEL: 'warn' }
  const words = ['run', serverScript(), '--', '--port', String(port), '--data-dir', data]
  const begin = performance.now()
  const npm = spawn('npm', words, { cwd: root, env, stdio: 'ignore' })
  const closed = once(npm, 'close')
  while (!(await isHealthy(port))) {
    if (npm.exitCode !== null) throw new Error(`Cannot benchmark: the server must start, got exit code ${npm.exitCode}`)
    await pause(5)
  }
  const seconds = (performance.now() - begin) / 1000
  const processes = (): number[] => processTree(npm.pid ?? 0)
  // The shell that npm starts names the file too, and comes before.
  const server = processes().findLast((pid) => readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(mainFile))!
  return {
    seconds,
    processes,
    withoutNpm: () => processTree(server),
    async [Symbol.asyncDispose]() {
      process.kill(server, 'SIGTERM')
      await closed
    },
  }
}

function serverScript(): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  const [name] = Object.entries(scripts).find(([, script]) => script.includes(mainFile)) ?? []
  if (name === undefined) throw new Error('Cannot benchmark: a script of the checkout must start the server')
  return name
}

async function isHealthy(port: number): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${port}/health`)).ok
  } catch {
    // Nobody listens yet.
    return false
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address !== null ? address.port : 0
}
