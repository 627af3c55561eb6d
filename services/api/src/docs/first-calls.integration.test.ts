import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { exampleCommand } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

function changed(lines: readonly string[], [from, to]: [RegExp, string]): string[] {
  const others = lines.map((line) => line.replace(from, to))
  assert.notDeepEqual(others, lines)
  return others
}

describe('the lines of docs/first-calls.md', () => {
  let app: ServedApplication
  let folder = ''
  let blocks: string[] = []
  before(async () => {
    app = await servedApplication()
    folder = await mkdtemp(join(tmpdir(), 'portofino-lines-'))
    const page = await readFile(new URL('../../../../docs/first-calls.md', import.meta.url), 'utf8')
    assert.ok(page.includes(exampleCommand))
    const address = app.url.replace('http:', '')
    blocks = Array.from(
      page.replaceAll('//localhost:8000', address).matchAll(/^```sh\n([\s\S]*?)^```/gm),
      ([, block = '']) => block,
    )
  })
  after(async () => {
    await app[Symbol.asyncDispose]()
    await rm(folder, { recursive: true })
  })

  /** What a shell says to lines that stop at the first that fails. */
  async function said(lines: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const PATH = [dirname(process.execPath), process.env['PATH']].join(delimiter)
    const child = spawn('sh', ['-e', '-c', lines.join('\n')], { cwd: folder, env: { PATH }, timeout: 30_000 })
    const [[code], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
    return { code, stdout, stderr }
  }
  const upTo = (end: string): string[] => blocks.slice(0, blocks.findIndex((block) => block.includes(end)) + 1)

  test('run the example as they stand there', async () => {
    const { code, stdout, stderr } = await said(blocks)
    assert.deepEqual([code, stderr], [0, ''])
    assert.match(stdout, /"email":"you@example.com"/)
    assert.match(stdout, /"cagr":0\.172279[\s\S]*"max_drawdown":0\.302526/)
    assert.match(stdout, /"seq":1,"status":"queued"[\s\S]*"seq":2[\s\S]*"seq":3[\s\S]*closed with 1000/)
    assert.match(stdout, /"name":"Two giants","tags":\["tech"\][\s\S]*"token":"portofino_[\s\S]*Signed out/)
    assert.match(stdout, /"total":2,"page":1,"page_size":10,"root":\[\{"date":"2020-01-02"/)
    assert.ok(stdout.length < 8000, `${stdout.length} characters flood a terminal`)
    assert.ok(JSON.parse(await readFile(join(folder, 'result.json'), 'utf8')).result.cagr > 0.17)
    const series = JSON.parse(await readFile(join(folder, 'series.json'), 'utf8'))
    assert.deepEqual([series.dates.length, series.trades], [754, []])
    const { status, portfolio } = JSON.parse(await readFile(join(folder, 'weights.json'), 'utf8'))
    assert.deepEqual([status, portfolio.weights.slice(0, 2)], ['optimal', [0.4, 0.4]])
    assert.equal((await readFile(join(folder, 'report.xlsx'))).subarray(0, 2).toString(), 'PK')
  })

  const register = /curl \S+ \S+\/auth\/register.*\n/
  const failures: [string, string, [RegExp, string], RegExp][] = [
    ['a wrong password', '/auth/login', [/(\/auth\/login.*)seven geese/, '$1seven ducks'], /^E-mail or password.*\n$/],
    ['a token that is over', '/simulate', [/(TOKEN=\$\(.*\))/, '$1x'], /^The bearer token is not valid or has expired.*\n$/],
    ['a command with faults', '/simulate', [/MSFT-L-50%/, 'MSFT-L-40%'], /^E120 [^{}]*\n$/],
    ['a run that fails', '/tasks/', [/2020-01-01 2023-01-01/, '1950-01-01 1951-01-01'], /^AAPL has no prices in this period\n$/],
    ['a task that is not there', '/tasks/', [/\/tasks\/\$TASK/, '/tasks/none'], /^There is no task none of yours\.\n$/],
    ['a run that is not there', '/history/$TASK', [/\/history\/\$TASK/, '/history/none'], /404/],
    ['a server that is not there', '/tasks/', [/follow http:\/\/[^/]+/, 'follow http://127.0.0.1:1'], /^curl: \(7\)/],
  ]
  for (const [name, end, change, expected] of failures) {
    test(`stop at ${name} and say so`, async () => {
      await app.call('POST', '/auth/register', { json: { email: 'you@example.com', password: 'seven geese fly south' } })
      const lines = changed(upTo(end), [register, ''])
      const { code, stderr } = await said(changed(lines, change))
      assert.notEqual(code, 0)
      assert.match(stderr, expected)
    })
  }

  test('stop at a task that is canceled', async () => {
    const cancel = `curl -sS -o /dev/null -X POST ${app.url}/tasks/$TASK/cancel -H "authorization: Bearer $TOKEN"\n`
    const waiting = await servedApplication({ works: false })
    await waiting.signUp('you@example.com')
    const lines = upTo('/tasks/').map((block) => block.replace(register, '').replace('follow http', `${cancel}follow http`))
    const { code, stderr } = await said(lines.map((line) => line.replaceAll(app.url, waiting.url)))
    await waiting[Symbol.asyncDispose]()
    assert.notEqual(code, 0)
    assert.match(stderr, /"status":"canceled"/)
  })
})
