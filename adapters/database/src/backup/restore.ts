import { open, type FileHandle } from 'node:fs/promises'
import { Readable, pipeline as pipe } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import type pg from 'pg'
import { connectedClient } from '../connection.ts'
import type { Database } from '../database.ts'
import { DatabaseError } from '../database-error.ts'
import { databaseFault } from '../fault.ts'
import { lockNumbers } from '../lock-numbers.ts'
import { readMigrations, type Migration } from '../migrate.ts'
import { type BackupFile, invalidBackup, readBackupFile } from './backup-file.ts'
import { CopyIn } from './copy-in.ts'
import { FrameReader } from './frames.ts'
import { type Counter, type KeptThings, keptThings, quoted, storedTables } from './stored-tables.ts'

export interface RestoreOptions {
  /** Replace what is there; otherwise only a database without rows is restored. */
  replace?: boolean | undefined
}

export interface RestoreSummary {
  tables: number
  kept: KeptThings
  /** When the backup was written. */
  createdAt: string
}

/** Where the tables are built before they take their place. */
const workshop = 'portofino_restore'

/** They belong to the rows that go; whoever opens the queues next enqueues those of the rows that came. */
const forgetJobs = `do $$ begin if to_regclass('pgboss.job') is not null then delete from pgboss.job; end if; end $$`

/**
 * Brings back what `backup` wrote, and migrates it to this version: all of it, or nothing changes. Nobody else should use the database
 * meanwhile.
 */
export async function restore(
  database: Pick<Database, 'url'>,
  file: string,
  options: RestoreOptions = {},
): Promise<RestoreSummary> {
  await using handle = await opened(file)
  const migrations = await readMigrations()
  const source = await checkedBackup(handle, file, migrations)
  const client = await connectedClient({ url: database.url, applicationName: 'restore' }).catch((fault: unknown) => {
    throw databaseFault(fault)
  })
  try {
    await client.query(`begin; set local statement_timeout = 0; set local lock_timeout = '10s'`)
    await client.query(`select pg_advisory_xact_lock(${lockNumbers.migration})`)
    if (options.replace !== true) await checkEmpty(client)
    await build(client, source, migrations)
    await takePlace(client)
    const kept = await keptThings(client)
    await client.query('commit')
    return { tables: source.header.tables.length, kept, createdAt: source.header.createdAt }
  } catch (fault) {
    throw restoreFault(fault)
  } finally {
    // What was not committed is undone.
    await client.end()
  }
}

/** Throws what `restore` would say of the file, without a database. */
export async function checkBackup(file: string): Promise<void> {
  await using handle = await opened(file)
  await checkedBackup(handle, file, await readMigrations())
}

async function opened(file: string): Promise<FileHandle> {
  const handle = await open(file).catch((fault: NodeJS.ErrnoException) => {
    const reason = fault.code === 'ENOENT' ? 'there is no such file' : fault.message
    throw invalidBackup(file, reason, fault)
  })
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw invalidBackup(file, 'it is no file')
}

async function checkedBackup(handle: FileHandle, file: string, migrations: readonly Migration[]): Promise<BackupFile> {
  const source = await readBackupFile(handle, file)
  checkMigrations(source, migrations)
  return source
}

function checkMigrations({ header, path }: BackupFile, known: readonly Migration[]): void {
  const strange = header.migrations.find(({ number, hash }) => known[number - 1]?.hash !== hash)
  if (strange === undefined) return
  const writer = strange.number > known.length ? 'a newer version of PortoFino' : 'a version of PortoFino that was never released'
  throw invalidBackup(path, `${writer} wrote it (migration ${strange.name})`)
}

async function checkEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await storedTables(client, 'public')) {
    const { rowCount } = await client.query(`select from public.${quoted(client, [name])} limit 1`)
    if (rowCount !== 0)
      throw new DatabaseError('database_unusable', `Cannot restore into this database: it is not empty (table ${name}).`)
  }
}

/** The backup's tables as they were, then as this version has them, in the workshop. */
async function build(client: pg.Client, source: BackupFile, migrations: readonly Migration[]): Promise<void> {
  await client.query(`create schema ${workshop}; set local search_path to ${workshop}`)
  const old = source.header.migrations.length
  for (const { sql } of migrations.slice(0, old)) await client.query(sql)
  await load(client, source).catch((fault: unknown) => {
    const known = databaseFault(fault)
    throw known instanceof DatabaseError ? known : invalidBackup(source.path, 'its rows do not fit its tables', fault)
  })
  for (const { sql } of migrations.slice(old)) await client.query(sql)
}

async function load(client: pg.Client, { header, body }: BackupFile): Promise<void> {
  const tables = await storedTables(client, workshop)
  if (JSON.stringify(header.tables) !== JSON.stringify(tables))
    throw new RangeError('Cannot load the rows: the file lists other tables')
  // Whoever reads the last stream gets its fault.
  const frames = new FrameReader(pipe(Readable.from(body(), { objectMode: false }), createZstdDecompress(), () => undefined))
  for (const { name, columns } of tables) {
    const copy = new CopyIn(`copy ${quoted(client, [name])} (${quoted(client, columns)}) from stdin`)
    client.query(copy)
    await pipeline(frames.sequence(), copy)
  }
  let text = ''
  for await (const piece of frames.sequence()) text += piece.toString()
  const counters: Counter[] = JSON.parse(text)
  for (const { table, column, last } of counters.filter((counter) => counter.last > 0)) {
    const named = `${workshop}.${quoted(client, [table])}`
    await client.query('select setval(pg_get_serial_sequence($1, $2), $3)', [named, column, last])
  }
}

async function takePlace(client: pg.Client): Promise<void> {
  const built = (await storedTables(client, workshop)).map(({ name }) => name)
  const there = (await storedTables(client, 'public')).map(({ name }) => name)
  // Other tables are somebody else's.
  const replaced = built.filter((name) => there.includes(name)).map((name) => `public.${quoted(client, [name])}`)
  if (replaced.length > 0) await client.query(`drop table ${replaced.join(', ')}`)
  for (const name of built) await client.query(`alter table ${quoted(client, [name])} set schema public`)
  await client.query(forgetJobs)
  await client.query(`drop schema ${workshop}; set local search_path to public; analyze ${quoted(client, built)}`)
}

function restoreFault(fault: unknown): unknown {
  const isBusy = fault instanceof Error && 'code' in fault && fault.code === '55P03'
  if (isBusy)
    return new DatabaseError('database_unusable', 'Cannot restore while others use the database: stop them first.', fault)
  return databaseFault(fault)
}
