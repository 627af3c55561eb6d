import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { callerOf } from './trial/caller.ts'
import type { Answer } from './trial/caller.ts'
import { startedProcess } from './trial/started-process.ts'
import type { StartedProcess } from './trial/started-process.ts'

const account = { email: 'ann@example.com', password: 'seven geese fly south' }
let folder = ''
let server: StartedProcess
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portofino-load-'))
  server = await startedProcess(folder)
})
after(async () => {
  await server.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

/** So many callers, each of which asks again as soon as it is answered. */
async function crowd(size: number, { times, ask }: { times: number; ask: () => Promise<Answer> }): Promise<Answer[]> {
  const answers: Answer[] = []
  const caller = async (): Promise<void> => {
    for (let i = 0; i < times; i++) answers.push(await ask())
  }
  await Promise.all(Array.from({ length: size }, caller))
  return answers
}

/** A refusal must say when to come back; anything else must be what was asked for. */
function expectServedOrPutOff(answers: readonly Answer[], served: number): Set<number> {
  for (const { status, headers, text } of answers) {
    assert.ok([served, 429, 503].includes(status), `${status} ${text}`)
    if (status !== served) assert.match(headers.get('retry-after') ?? 'absent', /^[1-9]\d*$/, text)
  }
  return new Set(answers.map(({ status }) => status))
}

test('under far more than it can do the server serves or puts off, and then goes on as before', async () => {
  const { call, listen } = callerOf(server.url)
  await call('POST', '/auth/register', { json: account })
  const token = (await call('POST', '/auth/login', { json: account })).body.access_token

  const [reads, runs, signIns] = await Promise.all([
    crowd(200, { times: 10, ask: async () => call('GET', '/history/', { token }) }),
    crowd(80, { times: 2, ask: async () => call('POST', '/simulate', { token, json: { command: exampleCommand } }) }),
    crowd(100, { times: 1, ask: async () => call('POST', '/auth/login', { json: account }) }),
  ])
  expectServedOrPutOff(reads, 200)
  assert.ok(expectServedOrPutOff(runs, 202).has(429), 'more runs than one user may submit')
  assert.ok(expectServedOrPutOff(signIns, 200).has(503), 'more password hashes than may wait')

  assert.equal((await call('GET', '/health')).body.status, 'ok')
  assert.equal((await call('POST', '/auth/login', { json: account })).status, 200)
  for (const { status, body } of runs) {
    if (status !== 202) continue
    const { messages } = await listen(`/ws/simulations/${body.task_id}?after=0`, { token })
    assert.equal(messages.at(-1).status, 'done')
  }
  const { body } = await call('GET', '/history/', { token })
  assert.equal(body.total, runs.filter(({ status }) => status === 202).length)
})
