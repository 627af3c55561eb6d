import assert from 'node:assert/strict'
import { test } from 'node:test'
import { raisedPlace } from './raised-place.ts'

const word = (left: number) => ({ left, right: left, top: 20, bottom: 50 })
const size = { width: 392, height: 180 }
const run = { left: 640, right: 868, top: 84, bottom: 124 }

test('below its word, inside the editor', () => {
  assert.deepEqual(raisedPlace({ at: word(100), size, width: 880, free: run }), { left: 86, top: 58 })
  assert.deepEqual(raisedPlace({ at: word(4), size, width: 880, free: run }), { left: 12, top: 58 })
  assert.deepEqual(raisedPlace({ at: word(800), size, width: 880, free: null }), { left: 476, top: 58 })
})

test('never over Run: beside it, or below it', () => {
  assert.deepEqual(raisedPlace({ at: word(500), size, width: 880, free: run }), { left: 240, top: 58 })
  const wide = { left: 12, right: 340, top: 100, bottom: 144 }
  assert.deepEqual(raisedPlace({ at: word(90), size: { width: 328, height: 180 }, width: 352, free: wide }), {
    left: 12,
    top: 152,
  })
})

test('as far right as it belongs where it ends above Run', () => {
  const low = { left: 640, right: 868, top: 300, bottom: 340 }
  assert.deepEqual(raisedPlace({ at: word(500), size, width: 880, free: low }), { left: 476, top: 58 })
})
