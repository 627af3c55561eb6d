import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { DatabaseError } from './database-error.ts'
import { lockNumbers } from './lock-numbers.ts'

export interface Migration {
  number: number
  name: string
  sql: string
  /** SHA-256 of the text, in hex. */
  hash: string
}

interface Applied {
  number: number
  name: string
  hash: string
}

const migrationsFolder = join(import.meta.dirname, '..', 'migrations')

/** Brings the schema to the newest migration, all missing ones or none; many processes may do so at once. */
export async function migrate(client: pg.Client): Promise<void> {
  const migrations = await readMigrations()
  if (missing(migrations, await appliedMigrations(client)).length === 0) return
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockNumbers.migration])
    await client.query(
      `create table if not exists schema_migrations (
        number integer primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`,
    )
    for (const { number, name, sql, hash } of missing(migrations, await appliedMigrations(client))) {
      await client.query(sql)
      await client.query('insert into schema_migrations (number, name, hash) values ($1, $2, $3)', [number, name, hash])
    }
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback').catch(() => undefined)
    throw fault
  }
}

/** The migrations of this version. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const migrations = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { number: Number.parseInt(name, 10), name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
  for (const [i, { number, name }] of migrations.entries()) {
    if (number !== i + 1) throw new RangeError(`Cannot read migrations: they are numbered from 0001 without gaps, got ${name}`)
  }
  return migrations
}

/** What the database says was applied to it. */
export async function appliedMigrations(client: pg.Client): Promise<Applied[]> {
  const { rows: found } = await client.query<{ exists: boolean }>(`select to_regclass('schema_migrations') is not null as exists`)
  if (found[0]?.exists !== true) return []
  const { rows } = await client.query<Applied>('select number, name, hash from schema_migrations order by number')
  return rows
}

function missing(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const newest = applied.at(-1)
  if (newest !== undefined && newest.number > migrations.length) {
    const known = `this one knows them up to ${migrations.length}`
    throw unusable(
      `it was made by a newer version of PortoFino (its last migration is ${newest.name}; ${known}); start that version`,
    )
  }
  for (const { number, name, hash } of applied) {
    if (migrations[number - 1]!.hash !== hash) throw unusable(`migration ${name} was changed after it had been applied`)
  }
  return migrations.slice(applied.length)
}

function unusable(reason: string): DatabaseError {
  return new DatabaseError('database_unusable', `Cannot use this database: ${reason}.`)
}
