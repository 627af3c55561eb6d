import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const mainFile = join(import.meta.dirname, '..', '..', '..', 'api', 'src', 'main.ts')

/** The real program with data of its own; its address stays the same when it is started again. */
export interface Server extends AsyncDisposable {
  url: string
  dataDirectory: string
  /** Ends it as a power cut would. */
  kill: () => Promise<void>
  /** Ends it as an operator would. */
  stop: () => Promise<void>
  /** Nothing happens when it runs. Settings are added to those of the first start. */
  start: (more?: Readonly<Record<string, string>>) => Promise<void>
  /** Ends its database, which it starts again when it notices. */
  killDatabase: () => void
  /** What it wrote to its log. */
  log: () => string
}

export async function startedServer(settings: Readonly<Record<string, string>> = {}): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'portofino-e2e-'))
  const lines: string[] = []
  const launch = async (port: string, more: Readonly<Record<string, string>>): Promise<{ child: ChildProcess; url: string }> =>
    launched(['--port', port, '--data-dir', folder], { ...settings, ...more }, lines)
  let { child, url } = await launch('0', {})
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (hasEnded(child)) return
    const closed = once(child, 'close')
    child.kill(signal)
    await closed
  }
  const start: Server['start'] = async (more = {}) => {
    if (hasEnded(child)) ({ child, url } = await launch(new URL(url).port, more))
  }
  return {
    url,
    dataDirectory: folder,
    start,
    kill: async () => end('SIGKILL'),
    stop: async () => end('SIGTERM'),
    killDatabase: () => void process.kill(postmaster(folder), 'SIGKILL'),
    log: () => lines.join('\n'),
    async [Symbol.asyncDispose]() {
      // A killed server leaves its database running, which the next one takes over and ends.
      if (child.signalCode === 'SIGKILL') await start()
      await end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function postmaster(folder: string): number {
  const [file] = globSync('**/postmaster.pid', { cwd: folder })
  if (file === undefined) throw new Error('Cannot end the database: it does not run')
  return Number(readFileSync(join(folder, file), 'utf8').split('\n')[0])
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null

async function launched(words: readonly string[], settings: Readonly<Record<string, string>>, lines: string[]) {
  const { PATH, HOME } = process.env
  const child = spawn(process.execPath, [mainFile, ...words], {
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  createInterface({ input: child.stderr }).on('line', (line) => lines.push(line))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /open (http\S+)/.exec(line)?.[1]
      if (address !== undefined) resolve(address)
    })
    child.once('close', () => reject(new Error(`Cannot start the server:\n${lines.join('\n')}`)))
  })
  return { child, url }
}
