import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { helpText, startRequest } from './start-request.ts'
import { settings } from './settings.ts'

describe('startRequest', () => {
  test('switches stand above the environment', () => {
    const request = startRequest(['--port', '8080', '--data-dir=/tmp/x'], { PORT: '1', HOST: '::1' })
    assert.deepEqual(request, { kind: 'serve', environment: { PORT: '8080', DATA_DIR: '/tmp/x', HOST: '::1' } })
  })

  test('without words the environment stays', () => {
    assert.deepEqual(startRequest([], { PORT: '1' }), { kind: 'serve', environment: { PORT: '1' } })
  })

  test('an unknown switch says what is known', () => {
    const request = startRequest(['--prot', '1'], {})
    assert.ok(request.kind === 'wrong')
    assert.match(request.message, /--prot[\s\S]*--help/)
  })

  test('a word whose switch npm kept says how to write it', () => {
    for (const [word, meant] of [
      ['8140', /"8140"[\s\S]*npm start -- --port 8140\n/],
      ['/var/lib/x', /npm start -- --data-dir \/var\/lib\/x\n/],
    ] as const) {
      const request = startRequest([word], {})
      assert.ok(request.kind === 'wrong')
      assert.match(request.message, meant)
    }
  })

  test('asks for help', () => assert.deepEqual(startRequest(['-h'], {}), { kind: 'help' }))
})

test('the help names every setting and fits a terminal of 130 columns', () => {
  for (const { name } of settings) assert.ok(helpText().includes(`  ${name} `), name)
  for (const line of helpText().split('\n')) assert.ok(line.length <= 130, line)
})
