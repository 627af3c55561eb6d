import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { DatabaseError } from '../database-error.ts'
import type { StoredTable } from './stored-tables.ts'

/**
 * A backup file: a line that names the format, a line of JSON, the tables compressed with zstd, and SHA-256 over all that.
 */
export interface BackupHeader {
  createdAt: string
  /** Of the server that it was read from. */
  serverVersion: string
  migrations: { number: number; name: string; hash: string }[]
  /** In the order in which their rows follow. */
  tables: StoredTable[]
}

/** An open, checked backup file. */
export interface BackupFile {
  path: string
  header: BackupHeader
  /** The compressed tables. */
  body: () => AsyncIterable<Buffer>
}

const name = 'PORTOFINO-BACKUP'
const version = 1
const digestBytes = 32
const chunkBytes = 1 << 18
const longestHeaderBytes = 1 << 20

export function headerBytes(header: BackupHeader): Buffer {
  return Buffer.from(`${name} ${version}\n${JSON.stringify(header)}\n`)
}

/** Passes bytes on, and then their digest. */
export async function* sealed(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
  yield hash.digest()
}

export async function isBackupFile(path: string): Promise<boolean> {
  await using file = await open(path)
  return (await bytesAt(file, 0, name.length)).toString() === name
}

/** Reads the whole file once to check it; whatever is wrong is a `DatabaseError`. */
export async function readBackupFile(file: FileHandle, path: string): Promise<BackupFile> {
  const start = await bytesAt(file, 0, longestHeaderBytes)
  const [first = '', second = ''] = start.toString('utf8').split('\n', 2)
  if (!first.startsWith(`${name} `)) throw invalidBackup(path, 'it is no backup of PortoFino')
  const format = first.slice(name.length + 1)
  if (format !== String(version)) throw invalidBackup(path, `its format is "${format}", and this version reads ${version}`)
  const end = (await file.stat()).size - digestBytes
  const bodyStart = Buffer.byteLength(`${first}\n${second}\n`)
  const isWhole = end >= bodyStart && (await digestOf(file, end)).equals(await bytesAt(file, end, digestBytes))
  if (!isWhole) throw invalidBackup(path, 'it was truncated or altered: its checksum does not fit')
  return { path, header: JSON.parse(second), body: () => bytesBetween(file, bodyStart, end) }
}

export function invalidBackup(path: string, reason: string, cause?: unknown): DatabaseError {
  return new DatabaseError('database_backup_invalid', `Cannot restore ${path}: ${reason}.`, cause)
}

async function digestOf(file: FileHandle, end: number): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of bytesBetween(file, 0, end)) hash.update(piece)
  return hash.digest()
}

async function* bytesBetween(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end;) {
    const piece = await bytesAt(file, position, Math.min(chunkBytes, end - position))
    if (piece.length === 0) return
    position += piece.length
    yield piece
  }
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position })
  return buffer.subarray(0, bytesRead)
}
