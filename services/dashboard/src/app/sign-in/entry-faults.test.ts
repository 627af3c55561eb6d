import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { ProblemCode } from '@portofino/contract'
import { ProblemError, unreachable } from '../../problems.ts'
import { entryFaults, missing } from './entry-faults.ts'

function problem(
  code: ProblemCode,
  {
    status = 400,
    retryAfter = null as number | null,
    errors = undefined as undefined | { field: string; message: string }[],
  } = {},
) {
  const document = { type: 'x', title: 'Title', status, code, detail: 'Detail.', request_id: 'r-1', ...(errors && { errors }) }
  return new ProblemError('Detail.', { code, status, retryAfter, document })
}

describe('entryFaults', () => {
  test('says one thing of a wrong e-mail or password', () => {
    assert.deepEqual(entryFaults(problem('invalid_credentials', { status: 401 })), {
      message: 'Detail.',
      wait: null,
      isUnreachable: false,
      requestId: null,
    })
  })

  test('puts what one field can mend beside that field', () => {
    assert.equal(entryFaults(problem('invalid_password', { status: 422 })).password, 'Detail.')
    assert.equal(entryFaults(problem('email_taken', { status: 409 })).email, 'Detail.')
    const { email, message } = entryFaults(
      problem('invalid_request', { errors: [{ field: 'email', message: 'must be an address' }] }),
    )
    assert.deepEqual([email, message], ['E-mail: must be an address', null])
  })

  test('tells a fault of the request whole where no field of the form has it', () => {
    assert.equal(entryFaults(problem('invalid_request', { errors: [{ field: 'session', message: 'x' }] })).message, 'Detail.')
  })

  test('waits for as long as the server says, whatever kept it', () => {
    assert.deepEqual(pick(entryFaults(problem('too_many_requests', { status: 429, retryAfter: 8 }))), ['Too many attempts.', 8])
    assert.deepEqual(pick(entryFaults(problem('busy', { status: 503, retryAfter: 2 }))), ['Detail.', 2])
  })

  test('names the request where the server is to blame', () => {
    assert.equal(entryFaults(problem('internal', { status: 500 })).requestId, 'r-1')
  })

  test('leaves a server that cannot be reached to the line that tells of it', () => {
    const { isUnreachable, message } = entryFaults(unreachable('http://localhost:8000', new TypeError('fetch failed')))
    assert.deepEqual([isUnreachable, message], [true, null])
  })
})

function pick({ message, wait }: { message: string | null; wait: number | null }): unknown[] {
  return [message, wait]
}

describe('missing', () => {
  test('counts characters as the server does', () => {
    assert.deepEqual(missing({ email: 'a@b.c', password: 'e\u0301'.repeat(8) }, 8), {})
    assert.match(missing({ email: 'a@b.c', password: '😀'.repeat(7) }, 8).password ?? '', /got 7/)
  })

  test('asks for both, and for no length where one signs in', () => {
    assert.deepEqual(Object.keys(missing({ email: ' ', password: '' }, 8)), ['email', 'password'])
    assert.deepEqual(missing({ email: 'a@b.c', password: 'x' }, null), {})
  })
})
