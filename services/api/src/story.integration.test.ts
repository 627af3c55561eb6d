import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { exampleCommand, workbookType } from '@portofino/contract'
import { callerOf } from './trial/caller.ts'
import type { Caller } from './trial/caller.ts'
import { startedProcess } from './trial/started-process.ts'
import type { StartedProcess } from './trial/started-process.ts'

/** Worked out outside this project, to 1e-8. */
const golden = { cagr: 0.17227935, sharpe: 0.63555856, max_drawdown: 0.30252672 }
const near = (actual: number, expected: number): void => assert.ok(Math.abs(actual - expected) < 1e-8, `${actual}`)
const password = 'seven geese fly south'

let folder = ''
let server: StartedProcess
let { call, listen }: Pick<Caller, 'call' | 'listen'> = callerOf('http://localhost')
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portofino-story-'))
  server = await startedProcess(folder)
  ;({ call, listen } = callerOf(server.url))
})
after(async () => {
  await server.end('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

describe('what a newcomer does, over HTTP and WebSocket only', () => {
  const email = 'ann@example.com'
  let token = ''
  let refreshToken = ''
  let taskId = ''
  let simulationId = 0

  test('registers', async () => {
    const { status, body } = await call('POST', '/auth/register', { json: { email, password } })
    assert.deepEqual([status, body], [201, { id: body.id, email }])
    assert.ok(Number.isInteger(body.id))
  })

  test('logs in', async () => {
    const { status, body } = await call('POST', '/auth/login', { json: { email, password } })
    assert.deepEqual([status, body.token_type], [200, 'bearer'])
    ;({ access_token: token, refresh_token: refreshToken } = body)
  })

  test('submits the example', async () => {
    const { status, body } = await call('POST', '/simulate', { token, json: { command: exampleCommand } })
    assert.deepEqual([status, body.status], [202, 'queued'])
    ;({ task_id: taskId, simulation_id: simulationId } = body)
  })

  test('sees it done with the golden figures', async () => {
    const { messages, code } = await listen(`/ws/simulations/${taskId}`, { token })
    const { status, data, task_id: id } = messages.at(-1)
    assert.deepEqual([code, status, id, data.simulation_id], [1000, 'done', taskId, simulationId])
    for (const [name, value] of Object.entries(golden)) near(data[name], value)
    const values = Object.entries<number>(data.portfolio_value)
    assert.deepEqual([values.length, values[0]], [754, ['2020-01-02', 100_000]])
    near(values.at(-1)![1] / 100_000, 1.607665174)
  })

  test('sees all of it later, numbered without gaps', async () => {
    const { messages } = await listen(`/ws/simulations/${taskId}?after=0`, { token })
    assert.deepEqual(
      messages.map(({ seq }) => seq),
      messages.map((_, i) => i + 1),
    )
    assert.deepEqual([messages[0].status, messages.at(-1).status], ['queued', 'done'])
    assert.deepEqual((await call('GET', `/tasks/${taskId}`, { token })).body.events, messages)
  })

  test('lists and opens the history', async () => {
    const { body: list } = await call('GET', '/history/?page=1&page_size=20', { token })
    assert.deepEqual([list.total, list.page, list.page_size, list.root.length], [1, 1, 20, 1])
    const [item] = list.root
    assert.deepEqual([item.id, item.task_id, item.command], [simulationId, taskId, exampleCommand])
    for (const [name, value] of Object.entries(golden)) near(item[name], value)
    const [byId, byTask] = await Promise.all([simulationId, taskId].map(async (id) => call('GET', `/history/${id}`, { token })))
    assert.equal(byId!.text, byTask!.text)
    near(byId!.body.result.metrics.volatility, 0.34228259)
    near(byId!.body.result.metrics.sortino, 0.91660775)
    assert.equal(Object.keys(byId!.body.portfolio_value).length, 754)
  })

  test('makes a report and opens it', async () => {
    const { status, body: order } = await call('POST', '/report', { token, json: { simulation_id: simulationId } })
    assert.deepEqual([status, order.status], [202, 'queued'])
    const { messages, code } = await listen(`/ws/reports/${order.task_id}`, { token })
    const last = messages.at(-1)
    assert.deepEqual([code, last.status, typeof last.download_url], [1000, 'done', 'string'])
    const { body: report } = await call('GET', `/report/${order.task_id}`, { token })
    assert.deepEqual([report.status, report.download_url], ['done', last.download_url])
    const file = await fetch(`${server.url}${report.download_url}`, { headers: { authorization: `Bearer ${token}` } })
    assert.equal(file.headers.get('content-type'), workbookType)
    assert.match(file.headers.get('content-disposition') ?? '', /^attachment; filename=".+\.xlsx"$/)
    const bytes = new Uint8Array(await file.arrayBuffer())
    assert.deepEqual([bytes.length > 10_000, String.fromCharCode(...bytes.subarray(0, 2))], [true, 'PK'])
  })

  test('logs out, after which nothing answers any more', async () => {
    const { status } = await call('POST', '/auth/logout', { json: { refresh_token: refreshToken } })
    assert.ok(status < 300)
    assert.equal((await call('GET', '/history/', { token })).status, 401)
    assert.equal((await call('POST', '/auth/refresh', { json: { refresh_token: refreshToken } })).status, 401)
    assert.equal((await listen(`/ws/simulations/${taskId}`, { token })).code, 4401)
  })
})

describe('what a client of the original system does', () => {
  test('logs in by form, refreshes, simulates by the legacy rules and orders the report by task id', async () => {
    await call('POST', '/auth/register', { json: { email: 'old@example.com', password } })
    const login = await call('POST', '/auth/login', { form: { username: 'old@example.com', password } })
    for (const field of ['access_token', 'refresh_token', 'token_type']) assert.equal(typeof login.body[field], 'string', field)
    const pair = (await call('POST', '/auth/refresh', { json: { refresh_token: login.body.refresh_token } })).body
    assert.notEqual(pair.refresh_token, login.body.refresh_token)
    const token = pair.access_token
    const { body: queued } = await call('POST', '/simulate', { token, json: { command: exampleCommand, dialect: 'legacy' } })
    const { messages } = await listen(`/ws/simulations/${queued.task_id}`, { token })
    near(messages.at(-1).data.cagr, golden.cagr)
    const { body: page } = await call('GET', '/history/', { token })
    assert.deepEqual([page.total, page.root[0].task_id], [1, queued.task_id])
    const { body: order } = await call('POST', '/report', { token, json: { simulation_id: queued.task_id } })
    const done = (await listen(`/ws/reports/${order.task_id}`, { token })).messages.at(-1)
    assert.equal(done.status, 'done')
    assert.ok((await call('GET', done.download_url, { token })).status === 200)
    assert.equal((await call('GET', '/health')).body.status, 'ok')
    assert.match((await call('GET', '/metrics')).text, /portofino_tasks_submitted_total\{subject="simulations"\} 2/)
  })
})
