import { createHash } from 'node:crypto'
import { lstat, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import type { Cluster } from './cluster.ts'

/** The longest path of a socket on Linux is 107 bytes, on macOS 103. */
const longestPath = 103
const socketName = '.s.PGSQL.5432.lock'

/**
 * A private folder for the server's socket, the same at every start, in the system's temporary folder because paths of sockets must be
 * short. Its name follows from the password, so that nobody can take it beforehand.
 */
export async function socketFolder({ password }: Cluster): Promise<string> {
  const name = `portofino-${createHash('sha256').update(`socket ${password}`).digest('hex').slice(0, 16)}`
  const folder = [tmpdir(), '/tmp'].map((parent) => join(parent, name)).find(isShort)
  if (folder === undefined)
    throw new RangeError(`Cannot place a socket: the temporary folder's path is too long, got ${tmpdir()}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o077) !== 0) {
    throw new DatabaseError(
      'database_unusable',
      `Cannot start the embedded database: ${folder} belongs to somebody else or is open to others.`,
    )
  }
  return folder
}

function isShort(folder: string): boolean {
  return Buffer.byteLength(join(folder, socketName)) <= longestPath
}
