import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createdWords, daysAgo } from './created.ts'

const now = Date.UTC(2026, 10, 21, 0, 30)

test('days are counted back across months', () => {
  assert.equal(daysAgo(0, now), '2026-11-21')
  assert.equal(daysAgo(29, now), '2026-10-23')
})

test('the button names the span, or the days', () => {
  assert.equal(createdWords({}, now), 'Created any time')
  assert.equal(createdWords({ from: '2026-11-15' }, now), 'Created: last 7 days')
  assert.equal(createdWords({ from: '2026-11-14' }, now), 'Created from 2026-11-14')
  assert.equal(createdWords({ from: '2026-11-15', to: '2026-11-16' }, now), 'Created 2026-11-15 to 2026-11-16')
  assert.equal(createdWords({ to: '2026-11-16' }, now), 'Created up to 2026-11-16')
})
