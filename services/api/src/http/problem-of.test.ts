import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DatabaseError } from '@portofino/database'
import { MarketDataError } from '@portofino/market-data'
import { Problem, problemDocument } from '../problem.ts'
import { problemOf } from './problem-of.ts'

const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code })

const unreachableSource = new MarketDataError('yahoo cannot be reached', { code: 'unavailable', source: 'yahoo', symbol: null })

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

  test('a client that goes away in the midst of a body is no fault of ours, a database that does is one', () => {
    const reset = coded('aborted', 'ECONNRESET')
    assert.equal(problemOf(Object.assign(reset, { statusCode: 400 })).code, 'malformed_request')
    assert.equal(problemOf(coded('read ECONNRESET', 'ECONNRESET')).code, 'internal')
  })

  const passing: [string, Error, string][] = [
    ['a database that is away', new DatabaseError('database_unavailable', 'It does not answer.'), 'database_unavailable'],
    [
      'a cause below',
      new Error('query failed', { cause: new DatabaseError('database_unavailable', 'x') }),
      'database_unavailable',
    ],
    ['one of several', new AggregateError([new DatabaseError('database_unavailable', 'x')], 'all'), 'database_unavailable'],
    ['a full disk of the database', new DatabaseError('database_full', 'It is full.'), 'storage_full'],
    ['a source of prices that is away', unreachableSource, 'prices_unavailable'],
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
