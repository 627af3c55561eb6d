import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { exampleCommand, problemSchema } from '@portofino/contract'
import type { CallOptions } from '../trial/caller.ts'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

let app: ServedApplication
let token = ''
let stranger = ''
let simulation = { task_id: '', simulation_id: 0 }
let reportTask = ''
before(async () => {
  app = await servedApplication()
  ;[token, stranger] = [await app.signUp('ann@example.com'), await app.signUp('eve@example.com')]
  simulation = (await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })).body
  await app.listen(`/ws/simulations/${simulation.task_id}`, { token })
  reportTask = (await app.call('POST', '/report', { token, json: { simulation_id: simulation.simulation_id } })).body.task_id
  await app.listen(`/ws/reports/${reportTask}`, { token })
})
after(() => app[Symbol.asyncDispose]())

const example = { command: exampleCommand }

/** What is sent, how it is answered, and what the sentence says. */
const table: [string, string, CallOptions, number, string, RegExp][] = [
  ['POST', '/simulate', { json: {} }, 400, 'invalid_request', /^command: is missing; expected a text/],
  ['POST', '/simulate', { json: { command: 5 } }, 400, 'invalid_request', /expected a text, got a number/],
  ['POST', '/simulate', { json: { command: null } }, 400, 'invalid_request', /got null/],
  ['POST', '/simulate', { json: [exampleCommand] }, 400, 'invalid_request', /expected an object, got a list/],
  ['POST', '/simulate', { json: { ...example, comand: 1 } }, 400, 'invalid_request', /^comand: is not a field here/],
  ['POST', '/simulate', { json: { ...example, dialect: 'old' } }, 400, 'invalid_request', /^dialect: .*default/],
  ['POST', '/simulate', { json: { command: 'A-L-100% 2020 2021 # \0' } }, 400, 'invalid_request', /^command: .*NUL/],
  ['POST', '/simulate', { json: { command: 'A-L-100% 2020 2021 # \ud800' } }, 400, 'invalid_request', /^command: /],
  ['POST', '/simulate', { json: { command: '' } }, 422, 'invalid_command', /^E100 the command is empty/],
  ['POST', '/simulate', { json: { command: 'x'.repeat(20_000) } }, 422, 'invalid_command', /^E101 /],
  ['POST', '/simulate', { json: { command: 'AAPL-X-100% 2020 2021' } }, 422, 'invalid_command', /^E107 unknown side "X"/],
  ['POST', '/simulate', { json: { command: 'NOPE-L-100% 2020 2021' } }, 422, 'invalid_command', /^E301 unknown symbol "NOPE"/],
  ['POST', '/simulate', { json: { command: 'x'.repeat(1 << 20) } }, 413, 'body_too_large', /64 KiB/],
  ['POST', '/simulate', { form: example }, 415, 'unsupported_media_type', /application\/json/],
  ['POST', '/simulate', {}, 400, 'invalid_request', /body: is missing|expected an object/],
  ['POST', '/simulate', { json: example, headers: { 'idempotency-key': 'a b' } }, 400, 'invalid_request', /^idempotency-key: /],
  ['POST', '/simulate', { json: example, headers: { 'idempotency-key': 'x'.repeat(256) } }, 400, 'invalid_request', /255/],
  ['POST', '/check', { json: {} }, 400, 'invalid_request', /^command: is missing/],
  ['POST', '/check', { json: { ...example, x: 1 } }, 400, 'invalid_request', /^x: is not a field/],
  ['GET', '/history/?page=0', {}, 400, 'invalid_request', /^page: /],
  ['GET', '/history/?page=x', {}, 400, 'invalid_request', /^page: /],
  ['GET', '/history/?page=0b11', {}, 400, 'invalid_request', /^page: must be a whole number/],
  ['GET', '/history/?page=1e1', {}, 400, 'invalid_request', /^page: must be a whole number/],
  ['GET', '/history/?page_size=0x10', {}, 400, 'invalid_request', /^page_size: must be a whole number/],
  ['GET', '/history/?page_size=101', {}, 400, 'invalid_request', /^page_size: .*100/],
  ['GET', '/history/?page_size=0', {}, 400, 'invalid_request', /^page_size: /],
  ['GET', '/history/?page=1&page=2', {}, 400, 'invalid_request', /^page: /],
  ['GET', '/history/?page=99999999999999', {}, 400, 'invalid_request', /^page: /],
  ['GET', '/history/?sort=password', {}, 400, 'invalid_request', /^sort: /],
  ['GET', '/history/?status=lost', {}, 400, 'invalid_request', /^status: /],
  ['GET', '/history/?from=yesterday', {}, 400, 'invalid_request', /^from: /],
  ['GET', '/history/?from=2021-02-30', {}, 400, 'invalid_request', /^from: /],
  ['GET', '/history/?q=%00', {}, 400, 'invalid_request', /^q: .*NUL/],
  ['GET', '/history/?user_id=1', {}, 400, 'invalid_request', /^user_id: is not a field/],
  ['GET', '/history/999999', {}, 404, 'not_found', /simulation 999999 of yours/],
  ['GET', `/history/${randomUUID()}`, {}, 404, 'not_found', /of yours/],
  ['GET', '/history/99999999999999999999', {}, 404, 'not_found', /of yours/],
  ['GET', '/history/..%2f..%2fetc', {}, 404, 'not_found', /of yours/],
  ['GET', `/history/${'9'.repeat(500)}`, {}, 414, 'uri_too_long', /longer than any id/],
  ['GET', '/history/999999/series', {}, 404, 'not_found', /of yours/],
  ['GET', '/history/1/series?trades=no', {}, 400, 'invalid_request', /^trades: .*true.*false/],
  ['GET', '/history/1/series?trade=false', {}, 400, 'invalid_request', /^trade: is not a field/],
  ['GET', '/history/999999/trades', {}, 404, 'not_found', /simulation 999999 of yours/],
  ['GET', `/history/${randomUUID()}/trades`, {}, 404, 'not_found', /of yours/],
  ['GET', '/history/x/trades', {}, 404, 'not_found', /of yours/],
  ['GET', '/history/1/trades?page=0', {}, 400, 'invalid_request', /^page: /],
  ['GET', '/history/1/trades?page=1e1', {}, 400, 'invalid_request', /^page: must be a whole number/],
  ['GET', '/history/1/trades?page=1000001', {}, 400, 'invalid_request', /^page: /],
  ['GET', '/history/1/trades?page_size=101', {}, 400, 'invalid_request', /^page_size: .*100/],
  ['GET', '/history/1/trades?page_size=0', {}, 400, 'invalid_request', /^page_size: /],
  ['GET', '/history/1/trades?from=2021-02-30', {}, 400, 'invalid_request', /^from: /],
  ['GET', '/history/1/trades?to=tomorrow', {}, 400, 'invalid_request', /^to: /],
  ['GET', '/history/1/trades?leg=0', {}, 400, 'invalid_request', /^leg: is not a field/],
  ['PATCH', '/history/999999', { json: { name: 'x' } }, 404, 'not_found', /of yours/],
  ['PATCH', '/history/1', { json: { name: 5 } }, 400, 'invalid_request', /^name: expected a text/],
  ['PATCH', '/history/1', { json: { name: 'x'.repeat(201) } }, 400, 'invalid_request', /^name: /],
  ['PATCH', '/history/1', { json: { tags: 'x' } }, 400, 'invalid_request', /^tags: expected a list/],
  ['PATCH', '/history/1', { json: { tags: [''] } }, 400, 'invalid_request', /^tags\.0: /],
  ['PATCH', '/history/1', { json: { tags: Array(21).fill('x') } }, 400, 'invalid_request', /^tags: /],
  ['PATCH', '/history/1', { json: { cagr: 9 } }, 400, 'invalid_request', /^cagr: is not a field/],
  ['DELETE', '/history/999999', {}, 404, 'not_found', /of yours/],
  ['POST', '/history/999999/restore', {}, 404, 'not_found', /deleted simulation/],
  ['POST', '/history/1/restore', {}, 404, 'not_found', /deleted simulation/],
  ['POST', '/report', { json: {} }, 400, 'invalid_request', /^simulation_id: /],
  ['POST', '/report', { json: { simulation_id: true } }, 400, 'invalid_request', /^simulation_id: /],
  ['POST', '/report', { json: { simulation_id: 999_999 } }, 404, 'not_found', /of yours/],
  ['POST', '/report', { json: { simulation_id: -1 } }, 404, 'not_found', /of yours/],
  ['GET', '/report/x', {}, 404, 'not_found', /report x of yours/],
  ['GET', `/report/${randomUUID()}/file`, {}, 404, 'not_found', /of yours/],
  ['GET', `/tasks/${randomUUID()}`, {}, 404, 'not_found', /task .* of yours/],
  ['GET', '/tasks/1?after=-1', {}, 400, 'invalid_request', /^after: /],
  ['GET', '/tasks/1?after=0x1', {}, 400, 'invalid_request', /^after: must be a whole number/],
  ['DELETE', '/auth/tokens/0x1', {}, 404, 'not_found', /no API token 0x1 of yours/],
  ['DELETE', '/auth/tokens/abc', {}, 404, 'not_found', /no API token abc of yours/],
  ['DELETE', '/auth/tokens/99999999999', {}, 404, 'not_found', /of yours/],
  ['DELETE', '/auth/sessions/abc', {}, 404, 'not_found', /no such session of yours/],
  ['DELETE', `/auth/sessions/${randomUUID()}`, {}, 404, 'not_found', /no such session of yours/],
  ['POST', '/auth/login', { json: {} }, 400, 'invalid_request', /^email: is missing; .*password: is missing/],
  ['POST', '/auth/login', { json: { email: 'a@b.c' } }, 400, 'invalid_request', /^password: is missing/],
  ['POST', '/auth/login', { json: { email: 5, password: 'x' } }, 400, 'invalid_request', /^email: expected a text, got a number/],
  ['POST', '/auth/login', { form: { username: 'a' } }, 400, 'invalid_request', /^password: is missing/],
  ['POST', '/auth/login', { form: { username: 'a', password: 'x'.repeat(70_000) } }, 413, 'body_too_large', /64 KiB/],
  ['POST', '/auth/login', { form: { username: 'a', password: 'x'.repeat(40_000) } }, 400, 'invalid_request', /^password: /],
  ['POST', '/auth/refresh', { json: {} }, 401, 'sign_in_required', /no refresh token/],
  ['POST', '/auth/refresh', { json: { refresh_token: 'x' } }, 401, 'invalid_token', /refresh token/],
  ['POST', '/auth/ws-ticket', { json: { x: 1 } }, 400, 'invalid_request', /^x: is not a field/],
  ['POST', `/tasks/${randomUUID()}/cancel`, {}, 404, 'not_found', /of yours/],
  ['GET', '/assets?q=a&x=1', {}, 400, 'invalid_request', /^x: is not a field/],
  ['GET', `/assets?q=${'a'.repeat(101)}`, {}, 400, 'invalid_request', /^q: /],
]

describe('bad input is answered with the documented status and a sentence that helps', () => {
  for (const [method, path, options, status, code, says] of table) {
    test(`${method} ${path.slice(0, 60)} ${(JSON.stringify(options) ?? '').slice(0, 80)}`, async () => {
      const answer = await app.call(method, path, { token, ...options })
      const problem = problemSchema.parse(answer.body)
      assert.deepEqual([answer.status, problem.code], [status, code], problem.detail)
      assert.match(problem.detail, says)
      if (status === 401) assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer realm="portofino"/)
    })
  }

  test('a body may be left out where nothing is needed', async () => {
    for (const options of [{}, { json: {} }])
      assert.equal((await app.call('POST', '/auth/ws-ticket', { token, ...options })).status, 200)
  })

  test('a field of a form that is there twice is told by its name', async () => {
    const form = 'username=a&username=b&password=x'
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const reply = await fetch(`${app.url}/auth/login`, { method: 'POST', headers, body: form })
    assert.match(problemSchema.parse(await reply.json()).detail, /^username: expected a text, got a list/)
  })

  test('a faulty command has the diagnostics of the command line', async () => {
    const command = 'AAPL-L-50% MSFT-X-40% 2020-01-01 2019-01-01'
    const { body } = await app.call('POST', '/simulate', { token, json: { command } })
    const codes = body.diagnostics.map((each: { code: string }) => each.code)
    assert.ok(codes.includes('E107') && codes.includes('E131'), codes.join())
    const { body: checked } = await app.call('POST', '/check', { token, json: { command } })
    assert.deepEqual([checked.canonical, checked.hash, checked.ast], [null, null, null])
    assert.deepEqual(checked.diagnostics, body.diagnostics)
  })
})

/** Everything that belongs to the first user. */
function ownedPaths(): [string, string, CallOptions?][] {
  const { simulation_id: id, task_id: taskId } = simulation
  return [
    ['GET', `/history/${id}`],
    ['GET', `/history/${taskId}`],
    ['GET', `/history/${id}/series`],
    ['GET', `/history/${id}/trades`],
    ['GET', `/history/${taskId}/trades?page=9&from=2020-01-01`],
    ['PATCH', `/history/${id}`, { json: { name: 'mine' } }],
    ['DELETE', `/history/${id}`],
    ['POST', `/history/${id}/restore`],
    ['POST', '/report', { json: { simulation_id: id } }],
    ['GET', `/report/${reportTask}`],
    ['GET', `/report/${reportTask}/file`],
    ['GET', `/tasks/${taskId}`],
    ['POST', `/tasks/${taskId}/cancel`],
  ]
}

describe('who is not signed in, or somebody else', () => {
  test('a stranger gets 404 for everything of another user', async () => {
    for (const [method, path, options] of ownedPaths()) {
      const { status, body } = await app.call(method, path, { token: stranger, ...options })
      assert.deepEqual([status, body.code], [404, 'not_found'], `${method} ${path}`)
    }
    assert.equal((await app.call('GET', '/history/', { token: stranger })).body.total, 0)
    const { body } = await app.call('GET', `/history/${simulation.simulation_id}`, { token })
    assert.deepEqual([body.name, body.status], ['', 'done'])
  })

  test('without a token, or with a forged one, every path is 401 and names the scheme', async () => {
    const open = [...ownedPaths(), ['POST', '/simulate', { json: example }], ['GET', '/assets'], ['GET', '/definitions']] as const
    for (const [method, path, options] of open) {
      for (const given of [null, 'x', `${token.slice(0, -4)}AAAA`, `${token}.x`]) {
        const { status, headers } = await app.call(method, path, { ...options, token: given })
        assert.equal(status, 401, `${method} ${path} with ${given}`)
        assert.match(headers.get('www-authenticate') ?? '', /^Bearer /)
      }
    }
  })

  test('a reading token may look and not touch', async () => {
    const { body } = await app.call('POST', '/auth/tokens', { token, json: { name: 'reader', scope: 'read' } })
    const reader: string = body.token ?? body.secret
    assert.equal((await app.call('GET', '/history/', { token: reader })).status, 200)
    const { status, body: problem } = await app.call('POST', '/simulate', { token: reader, json: example })
    assert.deepEqual([status, problem.code], [403, 'insufficient_scope'])
  })
})
