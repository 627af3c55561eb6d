import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { postmasterFile } from './postmaster-file.ts'
import { programEnvironment } from './run-program.ts'
import type { CommandPrefix } from './server-identity.ts'

export interface ServerStart {
  cluster: string
  postgres: string
  prefix: CommandPrefix
  socketFolder: string
  /** Gets what the server says. */
  logFile: string
  settings: Readonly<Record<string, string>>
}

/** The exit code of a start that met a server, or what a killed one left running, on the same directory. */
export const occupied = 99

/** A started server, on its own when this process ends; its exit code when it ends. */
export interface StartedServer {
  ended: Promise<number | null>
}

export async function startServer(start: ServerStart): Promise<StartedServer> {
  const log = await open(start.logFile, 'a', 0o600)
  try {
    const [program = '', ...parameters] = serverCommand(start)
    const child = spawn(program, parameters, { detached: true, stdio: ['ignore', log.fd, log.fd], env: programEnvironment() })
    child.unref()
    return {
      ended: new Promise((resolve) => {
        child.once('exit', resolve)
        child.once('error', () => resolve(null))
      }),
    }
  } finally {
    await log.close()
  }
}

/**
 * The lock is the kernel's, on an open file that every process of the server inherits: it ends with the last of them. Who holds it knows that
 * no other server works here, so a file that says so is left from a killed one, whatever process has its number now.
 */
function serverCommand({ cluster, postgres, prefix, socketFolder, settings }: ServerStart): string[] {
  const options = { ...settings, unix_socket_directories: socketFolder, listen_addresses: '', port: '5432' }
  const server = [
    ...prefix,
    postgres,
    '-D',
    cluster,
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  if (process.platform !== 'linux') return server
  const lock = ['flock', '--nonblock', '--no-fork', '--conflict-exit-code', String(occupied), join(cluster, '..', 'server.lock')]
  return [...lock, 'sh', '-c', 'rm -f "$0"; exec "$@"', postmasterFile(cluster), ...server]
}
