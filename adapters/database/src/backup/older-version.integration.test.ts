import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { temporaryDatabase } from '../temporary-database.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { backup } from './backup.ts'
import { restore } from './restore.ts'

const guest = { role: 'member', is_guest: true, expires_at: new Date(0) } as const

test('a backup of an older version is migrated', async () => {
  await using source = await temporaryDatabase()
  await using target = await temporaryDatabase()
  const { id: user_id } = await source.db.insertInto('users').values(guest).returning('id').executeTakeFirstOrThrow()
  const run = { user_id, command: '', dialect: 'default', canonical: '' } as const
  for (const [i, status] of ['ok', 'ruined'].entries()) {
    const result_key = Buffer.of(i)
    await sql`insert into simulation_results (key, document, portfolio_value, figures)
      values (${result_key}, '', '', ${JSON.stringify({ status })}::json)`.execute(source.db)
    await source.db
      .insertInto('simulations')
      .values({ ...run, task_id: randomUUID(), status: 'done', result_key })
      .execute()
  }
  await source.db
    .insertInto('simulations')
    .values({ ...run, task_id: randomUUID(), status: 'failed' })
    .execute()
  await sql`drop table assets, price_versions`.execute(source.db)
  await sql`alter table simulations drop column outcome, drop column spark`.execute(source.db)
  await sql`delete from schema_migrations where number > 2`.execute(source.db)
  const file = join(temporaryFolder(), 'backup')
  await backup(source, file)
  await restore(target, file)
  assert.equal((await target.db.selectFrom('users').selectAll().execute()).length, 1)
  assert.deepEqual(await target.db.selectFrom('price_versions').selectAll().execute(), [])
  const runs = await target.db.selectFrom('simulations').select(['status', 'outcome', 'spark']).orderBy('id').execute()
  assert.deepEqual(runs, [
    { status: 'done', outcome: 'ok', spark: null },
    { status: 'done', outcome: 'ruined', spark: null },
    { status: 'failed', outcome: null, spark: null },
  ])
})
