import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { exampleCommand } from '@portofino/contract'
import { servedApplication } from '../trial/served-application.ts'
import type { ServedApplication } from '../trial/served-application.ts'

/** Stands in for the page: where it is, what it knows, and that a browser sends its origin. */
const page = `
const { SERVER, TOKEN: token, TASK: taskId } = process.env
const location = { origin: SERVER.replace(/^ws/, 'http') }
const origin = location.origin
const fetch = (path, { headers, ...rest }) => globalThis.fetch(origin + path, { ...rest, headers: { ...headers, origin } })
const WebSocket = class extends globalThis.WebSocket {
  constructor(url, protocols) {
    super(url, { protocols, headers: { origin } })
  }
}
`

function tellsAll(output: string): void {
  const numbers = Array.from(output.matchAll(/ seq: (\d+)/g), ([, seq]) => Number(seq))
  // A slow run also tells its progress.
  assert.ok(numbers.length >= 3)
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
  )
  for (const part of [/status: 'queued'/, /portfolio_value: \{/, /status: 'done'/, /\nclosed with 1000/])
    assert.match(output, part)
}

describe('the socket examples of /docs', () => {
  let app: ServedApplication
  let examples: string[] = []
  let token = ''
  let taskId = ''
  before(async () => {
    app = await servedApplication()
    token = await app.signUp('ann@example.com')
    taskId = (await app.call('POST', '/simulate', { token, json: { command: exampleCommand } })).body.task_id
    const { description } = (await app.call('GET', '/openapi.json')).body.info
    examples = Array.from(description.matchAll(/```js\n([\s\S]*?)\n```/g), ([, code]: string[]) => code ?? '')
  })
  after(() => app[Symbol.asyncDispose]())

  async function told(code: string, secret: string): Promise<string> {
    const env = { PATH: process.env['PATH'], SERVER: app.url.replace(/^http/, 'ws'), TOKEN: secret, TASK: taskId }
    const cwd = fileURLToPath(new URL('.', import.meta.url))
    const words = ['--input-type=module', '--eval', code]
    return (await promisify(execFile)(process.execPath, words, { cwd, env, timeout: 20_000 })).stdout
  }

  test('are two of about eight lines', () => {
    assert.deepEqual(
      examples.map((code) => code.split('\n').length <= 8),
      [true, true],
    )
  })

  test('the one for browsers tells the whole story', async () => {
    tellsAll(await told(page + examples[0], token))
  })

  test('the one for Node does so too, also with an API token for reading', async () => {
    const json = { name: 'notebook', scope: 'read' }
    const { token: secret } = (await app.call('POST', '/auth/tokens', { token, json })).body
    tellsAll(await told(examples[1]!, token))
    tellsAll(await told(examples[1]!, secret))
  })
})
