import { spawn } from 'node:child_process'
import { open, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Cluster } from './cluster.ts'
import { postmasterFile } from './postmaster-file.ts'
import { isOnPath, programEnvironment } from './run-program.ts'
import type { ServerIdentity } from './server-identity.ts'

export interface ServerStart {
  postgres: string
  identity: ServerIdentity
  socketFolder: string
  settings: Readonly<Record<string, string>>
}

export interface ServerEnd {
  /** Another server, or what a killed one left running, has the directory. */
  isOccupied: boolean
  /** What it wrote since its start. */
  output: string
}

export interface StartedServer {
  /** Null while it runs. */
  end: () => ServerEnd | null
}

const occupied = 99
const longestLogBytes = 1_000_000

/** Starts a server that outlives this process. */
export async function startServer(cluster: Cluster, start: ServerStart): Promise<StartedServer> {
  const logFile = join(cluster.folder, 'server.log')
  if ((await sizeOf(logFile)) > longestLogBytes) await rename(logFile, `${logFile}.1`)
  const from = await sizeOf(logFile)
  const [program = '', ...parameters] = serverCommand(cluster, start)
  const log = await open(logFile, 'a', 0o600)
  await log.chown(start.identity.userId, -1)
  let end: ServerEnd | null = null
  const settle = async (exitCode: number | null, message = ''): Promise<void> => {
    const output = (await textFrom(logFile, from)) + message
    end = { isOccupied: exitCode === occupied || /FATAL: {2}lock file ".*" already exists/.test(output), output }
  }
  const child = spawn(program, parameters, { detached: true, stdio: ['ignore', log.fd, log.fd], env: programEnvironment() })
  child.once('exit', (exitCode) => void settle(exitCode))
  child.once('error', ({ message }) => void settle(null, message))
  child.unref()
  await log.close()
  return { end: () => end }
}

/**
 * The lock is the kernel's, on an open file that every process of the server inherits: it ends with the last of them, however that ends, and
 * holds across containers. Who has it knows that no other server works here, so files that name one are a dead one's, whatever process bears its
 * number now. Where there is no `flock` (macOS), PostgreSQL's own checks stand alone.
 */
function serverCommand({ folder, data }: Cluster, { postgres, identity, socketFolder, settings }: ServerStart): string[] {
  const all = { ...settings, unix_socket_directories: `"${socketFolder}"`, listen_addresses: '', port: '5432' }
  const parameters = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = [...identity.prefix, postgres, '-D', data, ...parameters]
  if (!isOnPath('flock')) return server
  const lock = ['flock', '--nonblock', '--no-fork', '--conflict-exit-code', String(occupied), join(folder, 'server.lock')]
  const leftovers = [postmasterFile(data), join(socketFolder, '.s.PGSQL.5432.lock')]
  return [...lock, 'sh', '-c', 'rm -f "$0" "$1"; shift; exec "$@"', ...leftovers, ...server]
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

async function textFrom(path: string, position: number): Promise<string> {
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(16_384), position })
    return buffer.toString('utf8', 0, bytesRead)
  } catch {
    return ''
  }
}
