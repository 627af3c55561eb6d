import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Database } from '../database.ts'
import { temporaryDatabase } from '../temporary-database.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { backup } from './backup.ts'
import { isBackupFile } from './backup-file.ts'
import { restore } from './restore.ts'

const guest = { role: 'member', is_guest: true, expires_at: new Date(0) } as const
const awkward = ['\\N', '\\.', '\t\n\r\\', '', 'ü🙂', '"quoted", {braces}', '\u0001']

/** Rows with all that text formats get wrong, and a number given out and taken back. */
async function fill({ db }: Database): Promise<void> {
  const { id } = await db.insertInto('users').values(guest).returning('id').executeTakeFirstOrThrow()
  for (const [i, command] of awkward.entries()) {
    const status = 'done'
    const run = {
      task_id: randomUUID(),
      user_id: id,
      command,
      canonical: command,
      dialect: 'default',
      status,
      name: command,
    } as const
    await db
      .insertInto('simulations')
      .values({ ...run, tags: awkward, cagr: [0.1 + 0.2, 5e-324, -1.7976931348623157e308, Number.NaN][i % 4]! })
      .execute()
  }
  const simulation = await db.selectFrom('simulations').select('id').limit(1).executeTakeFirstOrThrow()
  const report = { task_id: randomUUID(), user_id: id, simulation_id: simulation.id, status: 'done' } as const
  await db
    .insertInto('reports')
    .values({ ...report, file: randomBytes(3_000_000) })
    .execute()
  const gone = await db.insertInto('users').values(guest).returning('id').executeTakeFirstOrThrow()
  await db.deleteFrom('users').where('id', '=', gone.id).execute()
}

/** Every row of every table, as text. */
async function contents({ db }: Database): Promise<Record<string, unknown[]>> {
  const { rows } = await sql<{
    name: string
  }>`select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db)
  const tables: Record<string, unknown[]> = {}
  for (const { name } of rows.filter((table) => table.name !== 'schema_migrations')) {
    const found = await sql<{ row: string }>`select ${sql.id(name)}::text as row from ${sql.table(name)} order by 1`.execute(db)
    tables[name] = found.rows.map(({ row }) => row)
  }
  return tables
}

const serverUrl = process.env['TEST_POSTGRES_URL']
const elsewhere = serverUrl === undefined && 'set TEST_POSTGRES_URL to a PostgreSQL server whose user may create databases'

describe('backup and restore', () => {
  test('bring back every row to the last bit, and give no number twice', async () => {
    await using source = await temporaryDatabase()
    await using target = await temporaryDatabase()
    await fill(source)
    const file = join(temporaryFolder(), 'backup')
    const { tables, bytes } = await backup(source, file)
    assert.equal(bytes, statSync(file).size)
    assert.equal((statSync(file).mode & 0o777).toString(8), '600')
    assert.equal((await restore(target, file)).tables, tables)
    assert.deepEqual(await contents(target), await contents(source))
    const { id } = await target.db.insertInto('users').values(guest).returning('id').executeTakeFirstOrThrow()
    assert.equal(id, 3)
    await target.db.deleteFrom('users').execute()
  })

  test('go from the embedded database to a server and back', { skip: elsewhere }, async () => {
    await using source = await temporaryDatabase()
    await using server = await temporaryDatabase({ serverUrl })
    await using target = await temporaryDatabase()
    await fill(source)
    const folder = temporaryFolder()
    await backup(source, join(folder, 'there'))
    await restore(server, join(folder, 'there'))
    await backup(server, join(folder, 'back'))
    await restore(target, join(folder, 'back'))
    assert.deepEqual(await contents(target), await contents(source))
  })

  test('a backup is of one moment, while others write', async () => {
    await using source = await temporaryDatabase()
    await using target = await temporaryDatabase()
    const stop = new AbortController()
    const write = async () => {
      while (!stop.signal.aborted) {
        await source.db.transaction().execute(async (trx) => {
          const { id } = await trx.insertInto('users').values(guest).returning('id').executeTakeFirstOrThrow()
          const event = { task_id: randomUUID(), seq: 1, user_id: id, message: '{"status":"done"}' }
          await trx.insertInto('task_event').values(event).execute()
        })
      }
    }
    const writers = [write(), write()]
    const file = join(temporaryFolder(), 'backup')
    for (let round = 0; round < 5; round++) await backup(source, file)
    stop.abort()
    await Promise.all(writers)
    await restore(target, file)
    const { users = [], task_event: events = [] } = await contents(target)
    assert.ok(users.length > 0)
    assert.equal(users.length, events.length)
  })

  test('a database with rows is restored only when told to replace them', async () => {
    await using source = await temporaryDatabase()
    await using target = await temporaryDatabase()
    await fill(source)
    await target.db.insertInto('users').values(guest).execute()
    const before = await contents(target)
    const file = join(temporaryFolder(), 'backup')
    await backup(source, file)
    await assert.rejects(restore(target, file), { code: 'database_unusable', message: /it is not empty \(table users\)/ })
    assert.deepEqual(await contents(target), before)
    await restore(target, file, { replace: true })
    assert.deepEqual(await contents(target), await contents(source))
  })

  test('a truncated or altered file is refused wherever it was, and nothing changes', async () => {
    await using source = await temporaryDatabase()
    await using target = await temporaryDatabase()
    await fill(source)
    const folder = temporaryFolder()
    const file = join(folder, 'backup')
    await backup(source, file)
    const whole = readFileSync(file)
    const damaged = join(folder, 'damaged')
    const places = [0, 20, 200, whole.length >> 1, whole.length - 40, whole.length - 1]
    for (const place of places) {
      writeFileSync(damaged, whole)
      truncateSync(damaged, place)
      await assert.rejects(restore(target, damaged), { code: 'database_backup_invalid' }, `truncated at ${place}`)
      const altered = Buffer.from(whole)
      altered[place]! ^= 1
      writeFileSync(damaged, altered)
      await assert.rejects(restore(target, damaged), { code: 'database_backup_invalid' }, `altered at ${place}`)
    }
    writeFileSync(damaged, Buffer.concat([whole, Buffer.from('x')]))
    await assert.rejects(restore(target, damaged), { code: 'database_backup_invalid' })
    await assert.rejects(restore(target, join(folder, 'none')), { code: 'database_backup_invalid', message: /no such file/ })
    assert.ok(Object.values(await contents(target)).every((rows) => rows.length === 0))
    await restore(target, file)
  })

  test('a restore that fails at its end changes nothing', async () => {
    await using source = await temporaryDatabase()
    await using target = await temporaryDatabase()
    await fill(source)
    await target.db.insertInto('users').values(guest).execute()
    const before = await contents(target)
    const file = join(temporaryFolder(), 'backup')
    await backup(source, file)
    await sql`create view needs_users as select id from users`.execute(target.db)
    await assert.rejects(restore(target, file, { replace: true }), { code: '2BP01' })
    await sql`drop view needs_users`.execute(target.db)
    assert.deepEqual(await contents(target), before)
  })

  test('restores killed at any moment leave the old rows or the new ones', async (t) => {
    await using source = await temporaryDatabase()
    await using target = await temporaryDatabase()
    await fill(source)
    await target.db.insertInto('users').values(guest).execute()
    const file = join(temporaryFolder(), 'backup')
    await backup(source, file)
    const [before, after] = [await contents(target), await contents(source)]
    const counts = { old: 0, new: 0 }
    const program = `
      import { restore } from ${JSON.stringify(join(import.meta.dirname, 'restore.ts'))}
      process.stdout.write('ready')
      await restore({ url: ${JSON.stringify(target.url)} }, ${JSON.stringify(file)}, { replace: true })`
    for (let afterMs = 10; counts.new < 2; afterMs *= 1.6) {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
      await once(child.stdout, 'data')
      setTimeout(() => child.kill('SIGKILL'), afterMs)
      await once(child, 'close')
      const found = await contents(target)
      const isOld = counts.new === 0 && isDeepStrictEqual(found, before)
      counts[isOld ? 'old' : 'new']++
      if (!isOld) assert.deepEqual(found, after)
    }
    t.diagnostic(`${counts.old + counts.new} kills: ${counts.old} times the old rows, ${counts.new} times the new ones`)
  })

  test('a backup of a newer version is refused', async () => {
    await using source = await temporaryDatabase()
    await using target = await temporaryDatabase()
    await sql`insert into schema_migrations (number, name, hash) values (9999, '9999-later.sql', '')`.execute(source.db)
    const file = join(temporaryFolder(), 'backup')
    await backup(source, file)
    const refused = {
      code: 'database_backup_invalid',
      message: /a newer version of PortoFino wrote it \(migration 9999-later\.sql\)/,
    }
    await assert.rejects(restore(target, file), refused)
  })

  test('a backup replaces an older one and nothing else, and leaves no part behind', async () => {
    await using source = await temporaryDatabase()
    const folder = temporaryFolder()
    const file = join(folder, 'backup')
    await backup(source, file)
    await backup(source, file)
    assert.equal(await isBackupFile(file), true)
    writeFileSync(join(folder, 'letter'), 'Dear')
    await assert.rejects(backup(source, join(folder, 'letter')), {
      code: 'database_backup_failed',
      message: /it exists and is no backup/,
    })
    await assert.rejects(backup(source, join(folder, 'none', 'backup')), {
      code: 'database_backup_failed',
      message: /no such file or directory/,
    })
    await assert.rejects(backup(source, folder), { code: 'database_backup_failed' })
    assert.deepEqual(readdirSync(folder).toSorted(), ['backup', 'letter'])
    assert.equal(readFileSync(join(folder, 'letter'), 'utf8'), 'Dear')
  })
})
