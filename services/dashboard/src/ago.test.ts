import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ago } from './ago.ts'

test('time passed is told in its largest unit', () => {
  const now = Date.parse('2026-11-21T14:00:00Z')
  const told = [
    '2026-11-21T13:59:30Z',
    '2026-11-21T13:20:00Z',
    '2026-11-21T11:01:00Z',
    '2026-11-20T13:00:00Z',
    '2026-11-02T07:55:00Z',
  ]
  assert.deepEqual(
    told.map((iso) => ago(iso, now)),
    ['now', '40 min ago', '2 h ago', '1 day ago', '19 days ago'],
  )
  assert.equal(ago('2026-11-21T14:00:05Z', now), 'now')
})
