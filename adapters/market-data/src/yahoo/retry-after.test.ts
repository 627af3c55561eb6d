import assert from 'node:assert/strict'
import { test } from 'node:test'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2024-01-08T12:00:00Z')

for (const [header, expected] of [
  ['30', 30_000],
  [' 0 ', 0],
  ['Mon, 08 Jan 2024 12:01:30 GMT', 90_000],
  ['Mon, 08 Jan 2024 11:00:00 GMT', 0],
  ['Mon, 08 Foo 2024 11:00:00 GMT', null],
  ['1.5', null],
  ['-3', null],
  ['soon', null],
  ['', null],
  [null, null],
] as const) {
  test(`Retry-After: ${header} means ${expected} ms`, () => assert.equal(retryAfterMs(header, now), expected))
}
