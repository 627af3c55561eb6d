import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heard, singleKey, strokeOf } from './stroke.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const names = ['g s', 'g r', 'x', 'j', '?', 'mod+k']

test('a stroke is named by what it writes, with Ctrl or Command before it', () => {
  assert.equal(strokeOf({ ...plain, key: '?', shiftKey: true }), '?')
  assert.equal(strokeOf({ ...plain, key: 'K', ctrlKey: true }), 'mod+k')
  assert.equal(strokeOf({ ...plain, key: 'k', metaKey: true }), 'mod+k')
  assert.equal(strokeOf({ ...plain, key: 'Shift', shiftKey: true }), null)
  assert.equal(strokeOf({ ...plain, key: 'x', altKey: true }), null)
})

test('a sequence is its strokes within the time', () => {
  const first = heard('g', { waiting: null, now: 0, names })
  assert.deepEqual(first, { name: null, waiting: { stroke: 'g', since: 0 } })
  assert.deepEqual(heard('r', { waiting: first.waiting, now: 1200, names }), { name: 'g r', waiting: null })
  assert.deepEqual(heard('r', { waiting: first.waiting, now: 1201, names }), { name: null, waiting: null })
})

test('a stroke that no sequence goes on with means what it means alone', () => {
  const { waiting } = heard('g', { waiting: null, now: 0, names })
  assert.deepEqual(heard('x', { waiting, now: 10, names }), { name: 'x', waiting: null })
  assert.deepEqual(heard('g', { waiting, now: 10, names }), { name: null, waiting: { stroke: 'g', since: 10 } })
  assert.deepEqual(heard('q', { waiting: null, now: 0, names }), { name: null, waiting: null })
})

test('a chord is no single key', () => {
  assert.equal(singleKey({ ...plain, key: 't' }), 't')
  assert.equal(singleKey({ ...plain, key: '{', shiftKey: true }), '{')
  for (const chord of ['ctrlKey', 'metaKey', 'altKey']) assert.equal(singleKey({ ...plain, key: 't', [chord]: true }), null)
})
