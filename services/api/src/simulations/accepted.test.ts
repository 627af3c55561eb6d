import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { diagnosticDocument } from '@portofino/simulator'
import { parse } from '@portofino/strategy'
import { accepted } from './accepted.ts'

describe('what a submission becomes', () => {
  test('accepted stays', () => {
    const submission = { kind: 'accepted', taskId: 'a', simulationId: 1 } as const
    assert.deepEqual(accepted(submission), submission)
  })

  test('faults of the command are 422 with all of them, the first in the sentence', () => {
    const diagnostics = parse('AAPL-X-50% MSFT-L-40% 2020 2021').diagnostics.map(diagnosticDocument)
    assert.throws(() => accepted({ kind: 'faulty', diagnostics }), {
      code: 'invalid_command',
      status: 422,
      message: /^E107 unknown side "X"/,
      members: { diagnostics },
    })
  })

  test('too many that wait is 429 with Retry-After', () => {
    assert.throws(() => accepted({ kind: 'too_many_queued', limit: 20 }), { status: 429, headers: { 'retry-after': '5' } })
  })

  test('a key of another command is 409 with the run that it made', () => {
    assert.throws(() => accepted({ kind: 'idempotency_conflict', taskId: 'a', simulationId: 1 }), {
      code: 'idempotency_conflict',
      status: 409,
      members: { existing: { task_id: 'a', simulation_id: 1 } },
    })
  })
})
