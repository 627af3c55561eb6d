import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DatabaseError } from '@portofino/database'
import { MarketDataError } from '@portofino/market-data'
import { isPassing, taskErrorOf, waitReasonOf } from './task-error.ts'

const market = (code: 'rate_limited' | 'unavailable' | 'malformed' | 'not_found'): MarketDataError =>
  new MarketDataError(code, { code, source: 'test', symbol: 'AAPL' })
const refused = (code: string): Error => Object.assign(new Error('refused'), { code })

describe('isPassing', () => {
  const passing = [
    market('rate_limited'),
    market('unavailable'),
    new DatabaseError('database_unavailable', 'away'),
    new DatabaseError('database_full', 'full'),
    ...['40001', '40P01', '23503', '23505', '0A000'].map(refused),
  ]
  const lasting = [
    market('malformed'),
    market('not_found'),
    new DatabaseError('database_unusable', 'too old'),
    refused('42P01'),
    new TypeError('a mistake of ours'),
    'nothing that should be thrown',
  ]
  for (const fault of passing) test(`tries again after ${String(fault)} ${codeOf(fault)}`, () => assert.ok(isPassing(fault)))
  for (const fault of lasting) test(`gives up after ${String(fault)} ${codeOf(fault)}`, () => assert.ok(!isPassing(fault)))
})

describe('waitReasonOf', () => {
  test('a task that waits to try again is not told as ended', () => {
    for (const code of ['database_full', 'database_unavailable'] as const) {
      const fault = new DatabaseError(code, 'Cannot write: no space')
      assert.doesNotMatch(waitReasonOf(fault), /too long|again/)
      assert.match(taskErrorOf(fault).detail, /too long.*again/)
    }
    assert.equal(waitReasonOf(new DatabaseError('database_full', 'x')), 'The disk of the server is full.')
    assert.equal(waitReasonOf(new DatabaseError('database_unavailable', 'x')), 'The database is away.')
    assert.equal(waitReasonOf(market('unavailable')), taskErrorOf(market('unavailable')).detail)
    assert.equal(waitReasonOf(refused('40001')), 'Others wrote at the same moment.')
  })
})

function codeOf(fault: unknown): string {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''
}
