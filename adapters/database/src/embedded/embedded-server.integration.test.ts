import assert from 'node:assert/strict'
import { existsSync, mkdirSync, utimesSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../database.ts'
import { spawnUser } from '../spawned-user.ts'
import { temporaryDataDirectory, temporaryFolder } from '../temporary-folder.ts'
import { runningServer } from './embedded-server.ts'
import { postmasterFile } from './postmaster-file.ts'

const open = (dataDirectory: string) => openDatabase({ dataDirectory, applicationName: 'test' })

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('an embedded server', () => {
  test('is closed to everybody else and writes through to the disk', async () => {
    const dataDirectory = temporaryFolder()
    await using database = await open(dataDirectory)
    const folder = join(dataDirectory, 'database')
    assert.equal(mode(folder), '700')
    assert.equal(mode(join(folder, 'cluster')), '700')
    assert.equal(mode(join(folder, 'cluster', 'portofino-password')), '600')
    assert.equal(mode((await runningServer(folder))!.socketFolder), '700')
    const setting = async (name: string) =>
      (await sql<{ v: string }>`select current_setting(${name}) as v`.execute(database.db)).rows[0]!.v
    assert.equal(await setting('listen_addresses'), '')
    assert.equal(await setting('fsync'), 'on')
    assert.equal(await setting('synchronous_commit'), 'on')
    assert.equal(await setting('is_superuser'), 'off')
    assert.equal(await setting('server_encoding'), 'UTF8')
    assert.match(await setting('server_version'), /^18\./)
  })

  test('lets nobody in without the password, the superuser not even with it', async () => {
    const dataDirectory = await temporaryDataDirectory()
    await using database = await open(dataDirectory)
    const refused = async (change: (url: URL) => void) => {
      const url = new URL(database.url)
      change(url)
      await assert.rejects(openDatabase({ dataDirectory: '', databaseUrl: url.href, applicationName: 'stranger' }), {
        code: 'database_unusable',
      })
    }
    await refused((url) => (url.password = 'guessed'))
    await refused((url) => (url.username = 'postgres'))
  })

  test('keeps what was written when it is stopped and started, at the same address', async () => {
    const dataDirectory = await temporaryDataDirectory()
    const urls: string[] = []
    for (const expected of [1, 2, 3]) {
      await using database = await open(dataDirectory)
      await database.db
        .insertInto('ticker_usage')
        .values({ symbol: `S${expected}`, uses: 1, last_used_at: new Date() })
        .execute()
      const rows = await database.db.selectFrom('ticker_usage').selectAll().execute()
      assert.equal(rows.length, expected)
      urls.push(database.url)
    }
    assert.equal(new Set(urls).size, 1)
    assert.equal(await runningServer(join(dataDirectory, 'database')), null)
  })

  test('is one, however many processes open a new directory at the same moment', async () => {
    const dataDirectory = temporaryFolder()
    const users = await Promise.all(Array.from({ length: 5 }, () => spawnUser([dataDirectory])))
    assert.deepEqual(new Set(users.map(({ opening }) => opening.server)), new Set([users[0]!.opening.server]))
    assert.equal(users.filter(({ opening }) => opening.isOpenedAlone).length <= 1, true)
    assert.deepEqual(
      readdirSync(join(dataDirectory, 'database')).filter((name) => name.startsWith('unfinished')),
      [],
    )
    await Promise.all(users.map(async (user) => user.leave()))
    assert.equal(await runningServer(join(dataDirectory, 'database')), null)
  })

  test('is made where a killed maker of the same number left a part', async () => {
    const dataDirectory = temporaryFolder()
    const folder = join(dataDirectory, 'database')
    const [old, fresh] = [join(folder, `unfinished-${process.pid}-old`), join(folder, `unfinished-${process.pid}-fresh`)]
    for (const part of [old, fresh]) mkdirSync(part, { recursive: true, mode: 0o700 })
    const anHourAgo = Date.now() / 1000 - 3600
    utimesSync(old, anHourAgo, anHourAgo)
    await using database = await open(dataDirectory)
    assert.equal(await database.isReachable(), true)
    assert.deepEqual([existsSync(old), existsSync(fresh)], [false, true])
  })

  test('is one, and none in the end, when processes come and go all the time', async () => {
    const dataDirectory = await temporaryDataDirectory()
    const comeAndGo = async () => {
      for (let round = 0; round < 6; round++) {
        await using database = await open(dataDirectory)
        assert.equal(await database.isReachable(), true)
      }
    }
    await Promise.all([comeAndGo(), comeAndGo(), comeAndGo()])
    assert.equal(await runningServer(join(dataDirectory, 'database')), null)
  })

  test('starts although its file names a living process that is something else', async () => {
    const dataDirectory = await temporaryDataDirectory()
    await (await open(dataDirectory))[Symbol.asyncDispose]()
    const data = join(dataDirectory, 'database', 'cluster')
    writeFileSync(postmasterFile(data), `${process.ppid}\n${data}\n0\n5432\n/tmp\n\n0 0\nready   \n`)
    await using database = await open(dataDirectory)
    assert.equal(await database.isReachable(), true)
  })

  test(
    'stays out of the way of signals to its starter and inherits nothing',
    { skip: process.platform !== 'linux' && 'reads /proc' },
    async () => {
      const dataDirectory = await temporaryDataDirectory()
      process.env['PGDATABASE_CANARY'] = 'canary'
      await using database = await open(dataDirectory)
      assert.equal(await database.isReachable(), true)
      const { processId } = (await runningServer(join(dataDirectory, 'database')))!
      const [, , , , group, session] = readFileSync(`/proc/${processId}/stat`, 'utf8')
        .replace(/\(.*\)/, '')
        .split(' ')
      assert.equal(Number(group) === processId || Number(session) === processId, true)
      assert.doesNotMatch(readFileSync(`/proc/${processId}/environ`, 'utf8'), /CANARY/)
      const files = readdirSync(`/proc/${processId}/fd`).map((fd) => readlinkSync(`/proc/${processId}/fd/${fd}`))
      assert.ok(files.every((file) => !file.includes('.ts')))
    },
  )
})
