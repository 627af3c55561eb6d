import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DatabaseError } from '@portofino/database'
import { openJobsUnderTest } from './jobs-under-test.ts'

test('a database that is full or away for longer than a job may be tried costs no job', async () => {
  await using tested = await openJobsUnderTest()
  const faults = ['database_full', 'database_unavailable', 'database_full'] as const
  const waiting = [...faults]
  const ended = Promise.withResolvers<void>()
  const attempts: number[] = []
  const { outcomes, stop } = await tested.work({
    isRetryable: () => true,
    failed: async () => ended.reject(new Error('it failed')),
    run: async ({ attempt }) => {
      attempts.push(attempt)
      const code = waiting.shift()
      if (code !== undefined) throw new DatabaseError(code, 'The database is away.')
      ended.resolve()
    },
  })
  await tested.enqueue({})
  await ended.promise
  await stop()
  assert.deepEqual(outcomes, ['retried', 'retried', 'retried', 'done'])
  assert.deepEqual(attempts, [1, 1, 1, 1])
})
