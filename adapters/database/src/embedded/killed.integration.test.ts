import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { openDatabase } from '../database.ts'
import { spawnUser } from '../spawned-user.ts'
import { temporaryDataDirectory, temporaryFolder } from '../temporary-folder.ts'
import { runningServer } from './embedded-server.ts'

const rounds = 6
const open = (dataDirectory: string) => openDatabase({ dataDirectory, applicationName: 'test' })

/** Kills a process amid its commits, at another moment each round, and counts what the database then lacks. */
async function killedAmidCommits(
  dataDirectory: string,
  victim: 'process' | 'server',
): Promise<{ acknowledged: number; lost: number }> {
  const acknowledged = new Set<number>()
  for (let round = 0; round < rounds; round++) {
    const user = await spawnUser([dataDirectory, 'insert'])
    assert.equal(user.opening.message, undefined)
    const number = randomInt(1, 60)
    for (let i = 0; i < number; i++) acknowledged.add(Number(await user.line()))
    if (victim === 'server') process.kill(user.opening.server!, 'SIGKILL')
    for (const line of await user.kill()) if (/^\d+$/.test(line)) acknowledged.add(Number(line))
  }
  await using database = await open(dataDirectory)
  const rows = await database.db.selectFrom('users').select('id').execute()
  const stored = new Set(rows.map(({ id }) => id))
  return { acknowledged: acknowledged.size, lost: [...acknowledged].filter((id) => !stored.has(id)).length }
}

describe('kill -9', () => {
  test(`of the process, ${rounds} times amid commits: the server is adopted, nothing acknowledged is lost`, async (t) => {
    const { acknowledged, lost } = await killedAmidCommits(await temporaryDataDirectory(), 'process')
    t.diagnostic(`${rounds} kills of the process: ${acknowledged} rows acknowledged, ${lost} lost`)
    assert.ok(acknowledged >= rounds)
    assert.equal(lost, 0)
  })

  test(`of the server and the process, ${rounds} times amid commits: it recovers, nothing acknowledged is lost`, async (t) => {
    const { acknowledged, lost } = await killedAmidCommits(await temporaryDataDirectory(), 'server')
    t.diagnostic(`${rounds} kills of server and process: ${acknowledged} rows acknowledged, ${lost} lost`)
    assert.ok(acknowledged >= rounds)
    assert.equal(lost, 0)
  })

  test('of its starter leaves a server that the next process adopts, and stops when it leaves', async () => {
    const dataDirectory = await temporaryDataDirectory()
    const starter = await spawnUser([dataDirectory])
    assert.equal(starter.opening.isOpenedAlone, true)
    await starter.kill()
    const next = await spawnUser([dataDirectory])
    assert.equal(next.opening.server, starter.opening.server)
    assert.equal(next.opening.isOpenedAlone, true)
    await next.leave()
    assert.equal(await runningServer(join(dataDirectory, 'database')), null)
  })

  test('of a process does not stop the server for another one', async () => {
    const dataDirectory = await temporaryDataDirectory()
    const starter = await spawnUser([dataDirectory])
    await using database = await open(dataDirectory)
    assert.equal(database.isOpenedAlone, false)
    await starter.kill()
    assert.equal(await database.isReachable(), true)
  })

  test('of processes while they make the directory leaves nothing that disturbs the next process', async () => {
    const dataDirectory = temporaryFolder()
    for (const seconds of ['0.2', '0.4', '0.7']) {
      const maker = await spawnUser([dataDirectory], ['timeout', '--signal=KILL', seconds]).catch(() => null)
      await maker?.kill()
    }
    await using database = await open(dataDirectory)
    assert.equal(await database.isReachable(), true)
  })

  test('of the server brings a new one: queries wait for nothing but it, notifications come again', async () => {
    const dataDirectory = await temporaryDataDirectory()
    await using database = await open(dataDirectory)
    const gap = Promise.withResolvers<void>()
    const heard = new EventTarget()
    await database.listen(
      'news',
      () => heard.dispatchEvent(new Event('message')),
      () => gap.resolve(undefined),
    )
    const { processId } = (await runningServer(join(dataDirectory, 'database')))!
    process.kill(processId, 'SIGKILL')
    await gap.promise
    const message = once(heard, 'message')
    await sql`select pg_notify('news', '')`.execute(database.db)
    await message
  })
})
