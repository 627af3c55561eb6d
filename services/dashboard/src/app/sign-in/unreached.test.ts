import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ProblemError, unreachable } from '../../problems.ts'
import { unreached } from './unreached.ts'

const silent = unreachable('x', new TypeError('fetch failed'))
const own = 'http://localhost:8000'

test('a silent server of the same origin is not running', () => {
  assert.deepEqual(unreached(silent, { address: own, origin: own }), {
    address: own,
    answer: 'none',
    cause: 'The server is not running: start it with "npm start".',
  })
})

test('across origins, the server may refuse this one', () => {
  assert.match(
    unreached(silent, { address: own, origin: 'http://localhost:3000' }).cause,
    /ALLOWED_ORIGINS=http:\/\/localhost:3000/,
  )
  assert.match(unreached(silent, { address: 'http://127.0.0.1:8000', origin: 'http://localhost:3000' }).cause, /names differ/)
})

test('an answer that is none of ours comes from another program', () => {
  const foreign = new ProblemError('x', { code: 'unreadable', status: 502, document: null, retryAfter: null })
  const { answer, cause } = unreached(foreign, { address: own, origin: own })
  assert.match(answer, /status 502/)
  assert.match(cause, /Another program/)
})
