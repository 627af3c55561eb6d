import assert from 'node:assert/strict'
import { test } from 'node:test'
import { concealSecret } from './live-secrets.ts'
import { createLogger } from './logger.ts'

test('no secret that was named reaches a line: not in the message, a field, a stack or a cause', () => {
  const lines: string[] = []
  const logger = createLogger({ level: 'info', name: 'test', destination: { write: (line) => void lines.push(line) } })
  const child = logger.child({ request_id: 'r' })
  // Later than the logger: keys are read when they are needed.
  concealSecret('canary-5e1f0c"\n')
  concealSecret(Buffer.from('canary-bytes-77'))
  const secret = 'canary-5e1f0c"\n'
  const error = new Error(`no ${secret}`, { cause: new Error(encodeURIComponent(secret)) })
  for (const each of [logger, child]) {
    each.error({ error, reason: secret, part: Buffer.from('x canary-bytes-77').toString('base64') }, `it is ${secret}`)
  }
  assert.equal(lines.length, 2)
  for (const line of lines) {
    assert.doesNotMatch(line, /canary|Y2FuYXJ5|FuYXJ5LWJ5dGVz/)
    assert.equal(JSON.parse(line).reason, '[secret]')
  }
})
