import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { concealSecret } from './live-secrets.ts'
import { createLogger } from './logger.ts'
import type { Logger } from './logger.ts'

function shown(write: (logger: Logger) => void): string {
  const texts: string[] = []
  write(createLogger({ level: 'info', name: 'api', form: 'terminal', destination: { write: (text) => void texts.push(text) } }))
  return texts.join('').replaceAll(/^\d\d:\d\d:\d\d /gm, 'TIME ')
}

describe('the log on a terminal', () => {
  test('tells a request in one short line', () => {
    const record = { method: 'GET', route: '/history/', status_code: 200, duration_ms: 2.3, request_id: 'r' }
    assert.equal(
      shown((logger) => logger.info(record, 'request')),
      'TIME info  GET /history/ 200 2 ms\n',
    )
    assert.equal(
      shown((logger) => logger.info({ ...record, route: 'none', status_code: 404 }, 'request')),
      'TIME info  GET (no such route) 404 2 ms\n',
    )
  })

  test('tells a message and its facts', () => {
    assert.equal(
      shown((logger) => logger.warn({ source: 'yahoo', symbol: 'KO', password: 'x' }, 'all prices were fetched again')),
      'TIME warn  all prices were fetched again (source yahoo, symbol KO)\n',
    )
  })

  test('shows an error with its stack and causes below', () => {
    const error = new RangeError('too\nfar', { cause: Object.assign(new Error('no answer'), { code: 'ECONNRESET' }) })
    const lines = shown((logger) => logger.error({ error, request_id: 'r' }, 'a reply failed')).split('\n')
    assert.deepEqual(lines.slice(0, 3), ['TIME error a reply failed (request_id r)', '  RangeError: too', '  far'])
    assert.match(lines[3] ?? '', /^ {4}at .*terminal-text\.test/)
    assert.ok(lines.includes('  caused by Error ECONNRESET: no answer'))
  })

  test('is scrubbed last, and moves no cursor', () => {
    concealSecret('canary-5e1f0d"\n')
    const error = new Error('no canary-5e1f0d"\n')
    const text = shown((logger) => logger.error({ error, reason: 'canary-5e1f0d"\n' }, 'it\x1b[2J is\ncanary-5e1f0d"\n'))
    assert.ok(!text.includes('canary') && !text.includes('\x1b'))
    assert.match(text, /^TIME error it\uFFFD\[2J is \[secret\] \(reason \[secret\]\)\n {2}Error: no \[secret\]\n/)
  })
})
