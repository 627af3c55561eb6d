import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..', '..', '..')

/** A port of this machine that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A script of the root's package.json as developers run it, once each of these has stood in what it says. */
export async function developed(
  script: string,
  { settings, says }: { settings: Readonly<Record<string, string>>; says: readonly string[] },
): Promise<AsyncDisposable> {
  const { PATH, HOME } = process.env
  const child = spawn('npm', ['run', script], {
    cwd: root,
    // Ends with all that npm has started.
    detached: true,
    env: { PATH, HOME, LOG_LEVEL: 'warn', NO_COLOR: '1', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = once(child, 'close')
  const lines: string[] = []
  const isUp = new Promise<void>((resolve, reject) => {
    const note = (line: string): void => {
      lines.push(line)
      if (says.every((word) => lines.some((each) => each.includes(word)))) resolve()
    }
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', note)
    void closed.then(() => reject(new Error(`Cannot run ${script}:\n${lines.join('\n')}`)))
  })
  await isUp
  return {
    async [Symbol.asyncDispose]() {
      process.kill(-child.pid!, 'SIGTERM')
      await closed
    },
  }
}
