import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, watch } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { temporaryDatabase } from './temporary-database.ts'

const guest = { role: 'member', is_guest: true, expires_at: new Date(0) } as const
const program = `
  import { temporaryDatabase } from ${JSON.stringify(join(import.meta.dirname, 'temporary-database.ts'))}
  const { url } = await temporaryDatabase()
  console.log(new URL(url).searchParams.get('host'))`

describe('temporaryDatabase', () => {
  test('gives an empty database each time', async () => {
    await using one = await temporaryDatabase()
    await using two = await temporaryDatabase()
    await one.db.insertInto('users').values(guest).execute()
    assert.deepEqual(await two.db.selectFrom('users').select('id').execute(), [])
  })

  test('drops it in the end', async () => {
    const gone = await temporaryDatabase()
    await using other = await temporaryDatabase()
    await gone[Symbol.asyncDispose]()
    const name = new URL(gone.url).pathname.slice(1)
    const { rows } = await sql`select from pg_database where datname = ${name}`.execute(other.db)
    assert.deepEqual(rows, [])
  })

  test('takes its server along when the process is killed', async () => {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(child.stdout, 'data')
    const socketFolder = String(line).trim()
    assert.ok(existsSync(socketFolder))
    const removed = new Promise<void>((resolve) => {
      const watcher = watch(dirname(socketFolder), () => {
        if (existsSync(socketFolder)) return
        watcher.close()
        resolve()
      })
    })
    child.kill('SIGKILL')
    await removed
  })
})
