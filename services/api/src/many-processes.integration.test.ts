import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { temporaryDatabase } from '@portofino/database'
import { callerOf } from './trial/caller.ts'
import { startedProcess } from './trial/started-process.ts'
import { startedWorker } from './trial/started-worker.ts'

const folder = await mkdtemp(join(tmpdir(), 'portofino-many-'))
after(async () => rm(folder, { recursive: true }))

const serverUrls = new Set([undefined, process.env['TEST_POSTGRES_URL']])

for (const serverUrl of serverUrls) {
  const name = serverUrl === undefined ? 'one embedded PostgreSQL' : 'one PostgreSQL elsewhere'
  test(`two servers and two workers on ${name}: what one accepts the other shows, and each task ends once`, async () => {
    await using database = await temporaryDatabase({ serverUrl })
    const environment = { DATABASE_URL: database.url, CALLS_PER_MINUTE: '1000', SOCKETS_PER_USER: '100' }
    const place = await mkdtemp(join(folder, 'place-'))
    const apis = await Promise.all(
      ['one', 'two'].map(async (each) => startedProcess(join(place, each), { ...environment, WORKERS: 'none' })),
    )
    const [one, two] = apis.map(({ url }) => callerOf(url))
    assert.ok(one && two)
    const account = { email: 'ann@example.com', password: 'seven geese fly south' }
    await one.call('POST', '/auth/register', { json: account })
    const tokenAt = async ({ call }: typeof one): Promise<string> =>
      (await call('POST', '/auth/login', { json: account })).body.access_token
    const tokens = [await tokenAt(one), await tokenAt(two)]
    const order = async (caller: typeof one, token: string | undefined, capital: number): Promise<string> => {
      const json = { command: `${exampleCommand} capital=${capital}` }
      const { status, body } = await caller.call('POST', '/simulate', { token: token ?? null, json })
      assert.equal(status, 202)
      return body.task_id
    }
    const heard: ReturnType<typeof one.listen>[] = []
    for (let i = 0; i < 8; i++) {
      const atOne = await order(one, tokens[0], 1000 + i)
      heard.push(two.listen(`/ws/simulations/${atOne}?after=0`, { token: tokens[1] ?? null }))
      const atTwo = await order(two, tokens[1], 2000 + i)
      heard.push(one.listen(`/ws/simulations/${atTwo}?after=0`, { token: tokens[0] ?? null }))
    }
    const workers = await Promise.all(['three', 'four'].map(async (each) => startedWorker(join(place, each), environment)))
    for (const { messages, code } of await Promise.all(heard)) {
      assert.deepEqual([code, messages.at(-1).status], [1000, 'done'])
      assert.equal(messages.filter(({ status }) => status === 'done').length, 1)
      assert.deepEqual(
        messages.map(({ seq }) => seq),
        messages.map((_, i) => i + 1),
      )
    }
    const { body: history } = await two.call('GET', '/history/', { token: tokens[1] ?? null })
    assert.equal(history.total, 16)
    assert.deepEqual(await Promise.all([...workers, ...apis].map(async (each) => each.end('SIGTERM'))), [0, 0, 0, 0])
  })
}
