import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, pipeline as pipe } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import type pg from 'pg'
import { connectedClient } from '../connection.ts'
import type { Database } from '../database.ts'
import { DatabaseError } from '../database-error.ts'
import { databaseFault } from '../fault.ts'
import { appliedMigrations } from '../migrate.ts'
import { headerBytes, isBackupFile, sealed, type BackupHeader } from './backup-file.ts'
import { CopyOut } from './copy-out.ts'
import { framed } from './frames.ts'
import { counters, type KeptThings, keptThings, quoted, storedTables } from './stored-tables.ts'

export interface BackupSummary {
  tables: number
  kept: KeptThings
  bytes: number
}

/**
 * Writes all rows of our tables, as they are at one moment, into a file that only this user can read. Others may go on writing meanwhile.
 * The file is whole or not there; one that exists is replaced when it is a backup too. Jobs that wait are not in it: tasks say what is unfinished.
 */
export async function backup(database: Pick<Database, 'url'>, file: string): Promise<BackupSummary> {
  if (await isSomethingElse(file)) throw backupFailed(file, 'it exists and is no backup')
  const client = await connectedClient({ url: database.url, applicationName: 'backup' }).catch(translated)
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query(textSettings)
    const header = await headerOf(client)
    const kept = await keptThings(client)
    await writeWhole(file, sealed(contents(client, header)))
    return { tables: header.tables.length, kept, bytes: (await stat(file)).size }
  } catch (fault) {
    throw isFileFault(fault) ? backupFailed(file, fault.message, fault) : databaseFault(fault)
  } finally {
    await client.end()
  }
}

/** Values as text that reads the same anywhere; a statement may take as long as it takes. */
const textSettings = `set local datestyle = 'ISO'; set local timezone = 'UTC'; set local extra_float_digits = 1;
  set local bytea_output = 'hex'; set local statement_timeout = 0`

/** Nobody writes to such a file for so long without changing it. */
const leftoverAfterMs = 3_600_000

/** Written beside and then renamed. */
async function writeWhole(file: string, bytes: AsyncIterable<Buffer>): Promise<void> {
  await removeLeftovers(file)
  // Not the number of the process: in containers they repeat.
  const unfinished = join(dirname(file), `.${basename(file)}.${randomUUID()}.unfinished`)
  try {
    await pipeline(bytes, createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }))
    await rename(unfinished, file)
    await syncFolder(dirname(file))
  } catch (fault) {
    await rm(unfinished, { force: true })
    throw fault
  }
}

/** What killed processes left. */
async function removeLeftovers(file: string): Promise<void> {
  for (const name of await readdir(dirname(file))) {
    if (!name.startsWith(`.${basename(file)}.`) || !name.endsWith('.unfinished')) continue
    const path = join(dirname(file), name)
    const entry = await stat(path).catch(() => null)
    if (entry !== null && entry.mtimeMs < Date.now() - leftoverAfterMs) await rm(path, { force: true })
  }
}

/** The socket of the database fails with other codes. */
function isFileFault(fault: unknown): fault is NodeJS.ErrnoException {
  if (!(fault instanceof Error) || !('code' in fault)) return false
  return 'path' in fault || ['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG'].includes(String(fault.code))
}

function backupFailed(file: string, reason: string, cause?: unknown): DatabaseError {
  return new DatabaseError('database_backup_failed', `Cannot write the backup ${file}: ${reason}.`, cause)
}

async function headerOf(client: pg.Client): Promise<BackupHeader> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
  return {
    createdAt: new Date().toISOString(),
    serverVersion: rows[0]!.version,
    migrations: await appliedMigrations(client),
    tables: await storedTables(client, 'public'),
  }
}

async function* contents(client: pg.Client, header: BackupHeader): AsyncGenerator<Buffer> {
  yield headerBytes(header)
  yield* pipe(Readable.from(tableBytes(client, header), { objectMode: false }), createZstdCompress(), ignoreEnd)
}

async function* tableBytes(client: pg.Client, { tables }: BackupHeader): AsyncGenerator<Buffer> {
  for (const { name, columns } of tables) {
    yield* framed(client.query(new CopyOut(`copy public.${quoted(client, [name])} (${quoted(client, columns)}) to stdout`)))
  }
  yield* framed(Readable.from([Buffer.from(JSON.stringify(await counters(client, 'public')))]))
}

async function isSomethingElse(file: string): Promise<boolean> {
  return isBackupFile(file).then(
    (isBackup) => !isBackup,
    (fault: NodeJS.ErrnoException) => fault.code !== 'ENOENT',
  )
}

async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder)
  await handle.sync()
}

function translated(fault: unknown): never {
  throw databaseFault(fault)
}

/** `pipeline` wants a callback; the error reaches whoever reads the returned stream. */
function ignoreEnd(): void {}
