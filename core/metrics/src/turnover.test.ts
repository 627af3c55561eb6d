import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { turnover } from './turnover.ts'

describe('turnover', () => {
  test('is the traded share per year', () => assert.equal(turnover(0.75, 730.5), 0.375))

  test('is null when no day passed', () => assert.equal(turnover(0, 0), null))
})
