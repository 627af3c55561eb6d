import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Problem } from '../problem.ts'
import { wantedStart } from './socket-address.ts'
import { socketRefusal } from './socket-refusal.ts'

describe('the address of a socket', () => {
  test('may say after what to begin', () => {
    assert.deepEqual(['/ws/x', '/ws/x?after=0', '/ws/x?after=12'].map(wantedStart), [null, 0, 12])
  })

  for (const name of ['token', 'access_token', 'ticket', 'Authorization', 'api_key']) {
    test(`must not hold ${name}`, () => assert.throws(() => wantedStart(`/ws/x?${name}=abc`), { code: 'sign_in_required' }))
  }

  for (const query of ['after=-1', 'after=x', 'after=', 'after=1&after=2', 'page=1', 'after=9999999999']) {
    test(`refuses ${query}`, () => assert.throws(() => wantedStart(`/ws/x?${query}`), { code: 'invalid_request' }))
  }
})

describe('a refusal by close code', () => {
  test('has the documented codes', () => {
    const kinds = [
      'sign_in_required',
      'not_found',
      'too_many_requests',
      'invalid_request',
      'database_unavailable',
      'internal',
    ] as const
    const codes = kinds.map((code) => socketRefusal(new Problem(code, { detail: '' })).code)
    assert.deepEqual(codes, [4401, 4404, 4429, 1008, 1013, 1011])
  })

  test('has a reason that fits the protocol', () => {
    const { reason } = socketRefusal(new Problem('internal', { detail: 'ü'.repeat(200) }))
    assert.ok(Buffer.byteLength(reason) <= 123)
    assert.match(reason, /^ü+ …$/)
  })
})
