import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import { chown, lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Cluster } from './cluster.ts'
import { unusable } from './launch-fault.ts'

/** The longest path of a socket on macOS; Linux has 107. */
const longestPath = 103
const longestName = '.s.PGSQL.5432.lock'

/**
 * A private folder for the server's socket, the same at every start, in the system's temporary folder because paths of sockets must be
 * short. Its name follows from the place and the password, so that copies of a directory have their own and nobody can take it beforehand.
 */
export async function openSocketFolder(cluster: Cluster, userId: number): Promise<string> {
  const folder = socketFolder(cluster)
  const found = await madeOrFound(folder, userId)
  if (!found.isDirectory() || found.uid !== userId || (found.mode & 0o077) !== 0) {
    throw unusable(cluster.folder, `${folder}, where its socket belongs, is somebody else's or open to others; remove it`)
  }
  return folder
}

async function madeOrFound(folder: string, userId: number): Promise<Stats> {
  while (true) {
    await mkdir(folder, { mode: 0o700 })
      .then(async () => chown(folder, userId, -1))
      .catch(unless('EEXIST'))
    // Who stopped the last server may remove it in this moment.
    const found = await lstat(folder).catch(unless('ENOENT'))
    if (found !== undefined) return found
  }
}

function unless(code: string): (fault: NodeJS.ErrnoException) => void {
  return (fault) => {
    if (fault.code !== code) throw fault
  }
}

/** Its place, whether it is there or not. */
export function socketFolder({ data, password }: Cluster): string {
  const name = `portofino-${createHash('sha256')
    .update(`${resolve(data)} ${password}`)
    .digest('hex')
    .slice(0, 16)}`
  const path = join(tmpdir(), name)
  return Buffer.byteLength(join(path, longestName)) <= longestPath ? path : join('/tmp', name)
}
