import assert from 'node:assert/strict'
import { test } from 'node:test'
import { zoneName } from './zone-name.ts'

const winter = new Date('2026-11-21T13:00:00Z')

test('a zone is its place with the abbreviation of that day', () => {
  assert.equal(zoneName('Europe/Rome', winter), 'Rome (CET)')
  assert.equal(zoneName('Europe/Rome', new Date('2026-07-01T12:00:00Z')), 'Rome (CEST)')
  assert.equal(zoneName('America/New_York', winter), 'New York (GMT-5)')
  assert.equal(zoneName('UTC', winter), 'UTC')
})
