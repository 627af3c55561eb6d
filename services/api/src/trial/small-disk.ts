import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Put before a command: it sees a file system of this size at the folder, and nobody else does. */
export function onSmallDisk(folder: string, size: string): string[] {
  const mount = `mount -t tmpfs -o size=${size} tmpfs "$0" && exec "$@"`
  return ['unshare', '--user', '--map-root-user', '--mount', 'sh', '-c', mount, folder]
}

/** Whether this user may do so. */
export function canHaveSmallDisks(folder: string): boolean {
  const [program = '', ...words] = onSmallDisk(folder, '64k')
  return spawnSync(program, [...words, 'true']).status === 0
}

/** The folder as a process sees it. */
export function folderSeenBy(processId: number, folder: string): string {
  return join(`/proc/${processId}/root`, folder)
}

/** Writes until nothing more fits, to the last block. */
export function fillDisk(folder: string): void {
  const ballast = join(folder, 'ballast')
  writeFileSync(ballast, '')
  for (const bytes of [1 << 20, 4096]) {
    const block = Buffer.alloc(bytes)
    while (statfsSync(folder).bavail > 0) {
      try {
        appendFileSync(ballast, block)
      } catch {
        break
      }
    }
  }
}

export function freeDisk(folder: string): void {
  rmSync(join(folder, 'ballast'))
}

/** The address of the embedded database in a data directory, for a client of one's own. */
export function embeddedUrl(dataDirectory: string): string {
  const cluster = join(dataDirectory, 'database', 'cluster')
  const password = readFileSync(join(cluster, 'portofino-password'), 'utf8')
  const socketFolder = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[4] ?? ''
  return `postgres://portofino:${password}@localhost/portofino?host=${encodeURIComponent(socketFolder)}`
}

/** The embedded server of a data directory. */
export function postmasterOf(dataDirectory: string): number {
  return Number(readFileSync(join(dataDirectory, 'database', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
}
