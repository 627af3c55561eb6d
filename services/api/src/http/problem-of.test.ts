import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Problem, problemDocument } from '../problem.ts'
import { problemOf } from './problem-of.ts'

const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code })

describe('problemOf', () => {
  test('leaves a problem as it is', () => {
    const problem = new Problem('not_found', { detail: 'There is no such thing.' })
    assert.equal(problemOf(problem), problem)
  })

  test('an unknown fault tells nothing of itself', () => {
    const problem = problemOf(new Error('column "secret" of /var/lib is wrong'))
    assert.deepEqual([problem.code, problem.status], ['internal', 500])
    assert.doesNotMatch(JSON.stringify(problemDocument(problem, 'id')), /secret|var/)
  })

  test('a missing file is a fault of ours', () => {
    assert.equal(problemOf(Object.assign(coded('ENOENT', 'ENOENT'), { syscall: 'open' })).code, 'internal')
  })

  const passing: [string, Error, string][] = [
    ['a refused connection', coded('connect ECONNREFUSED', 'ECONNREFUSED'), 'database_unavailable'],
    [
      'a missing socket',
      Object.assign(coded('connect ENOENT /tmp/.s.PGSQL.5432', 'ENOENT'), { syscall: 'connect' }),
      'database_unavailable',
    ],
    ['a server that stops', coded('terminating connection', '57P01'), 'database_unavailable'],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 'database_unavailable'],
    ['a cause below', new Error('query failed', { cause: coded('x', '08006') }), 'database_unavailable'],
    ['one of several', new AggregateError([coded('x', 'ECONNREFUSED')], 'all failed'), 'database_unavailable'],
    ['a full disk of the database', coded('could not extend file', '53100'), 'storage_full'],
    ['a full disk', coded('no space left', 'ENOSPC'), 'storage_full'],
    ['a statement that took too long', coded('canceling statement', '57014'), 'busy'],
  ]
  for (const [name, fault, code] of passing) {
    test(`${name} is 503 with Retry-After`, () => {
      const problem = problemOf(fault)
      assert.deepEqual([problem.code, problem.status], [code, 503])
      assert.ok(Number(problem.headers['retry-after']) >= 1)
    })
  }
})
