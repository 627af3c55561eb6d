import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { callerOf } from './trial/caller.ts'
import { mainFile, startedProcess } from './trial/started-process.ts'

const account = { email: 'ann@example.com', password: 'seven geese fly south' }

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portofino-process-'))
})
after(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  code: number
  stdout: string
  stderr: string
}

async function run(words: string[], environment: Record<string, string> = {}): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>()
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment }
  const child = execFile(process.execPath, [mainFile, ...words], { env, timeout: 20_000 }, (_fault, stdout, stderr) => {
    resolve({ code: child.exitCode ?? -1, stdout, stderr })
  })
  return promise
}

describe('npm start', () => {
  test('--help names every switch and ends with 0', async () => {
    const { code, stdout, stderr } = await run(['--help'])
    assert.deepEqual([code, stderr], [0, ''])
    assert.match(stdout, /--port PORT[\s\S]*--data-dir DIR[\s\S]*DATABASE_URL/)
  })

  test('an unknown switch ends with 64', async () => {
    const { code, stderr } = await run(['--prot', '1'])
    assert.equal(code, 64)
    assert.match(stderr, /^portofino: .*--prot/)
  })

  test('settings that make no sense end with 1, all of them named', async () => {
    const { code, stdout, stderr } = await run(['--port', 'x'], { REGISTRATION: 'maybe' })
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /^portofino: Cannot start the server:\n {2}PORT .*\n {2}REGISTRATION /)
  })

  test('a database that does not answer is one sentence, and an unknown source stands among the other settings', async () => {
    const nowhere = await run(['--port', '0', '--data-dir', join(folder, 'x')], {
      DATABASE_URL: 'postgres://a:canary@127.0.0.1:1/a',
    })
    assert.equal(nowhere.code, 1)
    assert.match(nowhere.stderr, /portofino: [^\n]*DATABASE_URL[^\n]*\n$/)
    assert.doesNotMatch(nowhere.stderr, /canary|at file:/)
    const source = await run(['--port', '0', '--data-dir', join(folder, 'y')], { MARKET_DATA: 'yaho', LOG_LEVEL: 'loud' })
    assert.equal(source.code, 1)
    assert.match(
      source.stderr,
      /^portofino: Cannot start the server:\n {2}MARKET_DATA must be one of [^\n]*"yaho"\n {2}LOG_LEVEL /,
    )
  })

  test('a port that is taken is one sentence that names the way out', async () => {
    const first = await startedProcess(join(folder, 'first'))
    const { port } = new URL(first.url)
    const { code, stderr } = await run(['--port', port, '--data-dir', join(folder, 'second')])
    assert.equal(code, 1)
    assert.match(stderr, /portofino: Cannot listen on 127\.0\.0\.1:\d+: another process uses the port\. .*--port\.\n$/)
    assert.equal(await first.end('SIGINT'), 0)
  })
})

describe('stopping', () => {
  test('lets a request finish that has begun, refuses new ones, and ends with 0', async () => {
    const server = await startedProcess(join(folder, 'stopping'))
    const { port } = new URL(server.url)
    const slow = connect(Number(port), '127.0.0.1')
    const body = JSON.stringify(account)
    const head = ['POST /auth/register HTTP/1.1', `Host: localhost:${port}`, 'Content-Type: application/json']
    slow.write([...head, `Content-Length: ${body.length}`, '', body.slice(0, 10)].join('\r\n'))
    const { call } = callerOf(server.url)
    // The request for the figures counts itself.
    while (!/^portofino_http_requests_in_flight 2$/m.test((await call('GET', '/metrics')).text));
    const ended = server.end('SIGTERM')
    await once(server.child.stderr!, 'data')
    slow.write(body.slice(10))
    assert.match(await text(slow), /^HTTP\/1\.1 201 /)
    assert.equal(await ended, 0)
  })

  test('a terminal that is closed stops the database too', async () => {
    const place = join(folder, 'closed')
    const server = await startedProcess(place)
    const [pid] = (await readFile(join(place, 'database', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')
    assert.equal(await server.end('SIGHUP'), 0)
    const messages = server.lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
    assert.deepEqual(messages, ['the server answers', 'the server stops'])
    assert.throws(() => process.kill(Number(pid), 0), { code: 'ESRCH' })
  })

  test('kill -9 loses nothing that was accepted, and runs it once', async () => {
    const place = join(folder, 'killed')
    const first = await startedProcess(place)
    const caller = callerOf(first.url)
    await caller.call('POST', '/auth/register', { json: account })
    const token = (await caller.call('POST', '/auth/login', { json: account })).body.access_token
    const commands = Array.from({ length: 8 }, (_, i) => `${exampleCommand} capital=${1000 + i}`)
    const queued = await Promise.all(
      commands.map(async (command) => caller.call('POST', '/simulate', { token, json: { command } })),
    )
    assert.equal(await first.end('SIGKILL'), null)

    const second = await startedProcess(place)
    const { call, listen } = callerOf(second.url)
    const again = (await call('POST', '/auth/login', { json: account })).body.access_token
    for (const { status, body } of queued) {
      assert.equal(status, 202)
      const { messages } = await listen(`/ws/simulations/${body.task_id}?after=0`, { token: again })
      assert.equal(messages.filter((message) => message.status === 'done').length, 1)
      assert.deepEqual(
        messages.map(({ seq }) => seq),
        messages.map((_, i) => i + 1),
      )
    }
    assert.equal((await call('GET', '/history/', { token: again })).body.total, commands.length)
    assert.equal(await second.end('SIGTERM'), 0)
  })
})
