import assert from 'node:assert/strict'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { test } from 'node:test'
import { temporaryDatabase } from '../temporary-database.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { backup } from './backup.ts'
import { isBackupFile } from './backup-file.ts'

test('a backup removes what a killed process left an hour ago, not what another is writing', async () => {
  await using database = await temporaryDatabase()
  const file = join(temporaryFolder(), 'portofino.backup')
  const [old, fresh] = [`.${basename(file)}.${process.pid}.unfinished`, `.${basename(file)}.7.unfinished`]
  for (const name of [old, fresh]) writeFileSync(join(dirname(file), name), 'a part')
  const anHourAgo = Date.now() / 1000 - 3601
  utimesSync(join(dirname(file), old), anHourAgo, anHourAgo)
  await backup(database, file)
  assert.ok(await isBackupFile(file))
  assert.deepEqual(readdirSync(dirname(file)).toSorted(), [fresh, basename(file)])
})
