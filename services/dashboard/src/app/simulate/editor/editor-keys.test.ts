import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keyAction } from './editor-keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false }
const closed = { isOpen: false, isCard: false, active: -1 }
const open = { isOpen: true, isCard: false, active: 0 }

test('without a list the keys write and move', () => {
  for (const key of ['Enter', 'ArrowDown', 'ArrowUp', 'Escape', 'Tab', 'a'])
    assert.equal(keyAction({ ...plain, key }, closed), null)
})

test('with a list they choose; Tab still leaves', () => {
  assert.equal(keyAction({ ...plain, key: 'Enter' }, open), 'take')
  assert.equal(keyAction({ ...plain, key: 'Enter' }, { ...open, active: -1 }), null)
  assert.equal(keyAction({ ...plain, key: 'Enter', shiftKey: true }, open), null)
  assert.equal(keyAction({ ...plain, key: 'ArrowDown' }, open), 'next')
  assert.equal(keyAction({ ...plain, key: 'ArrowUp' }, open), 'previous')
  assert.equal(keyAction({ ...plain, key: 'Escape' }, open), 'close')
  assert.equal(keyAction({ ...plain, key: 'Tab' }, open), null)
})

test('run, list and explanation at any time, but not amid composed letters', () => {
  for (const state of [closed, open]) {
    assert.equal(keyAction({ ...plain, key: 'Enter', ctrlKey: true }, state), 'run')
    assert.equal(keyAction({ ...plain, key: 'Enter', metaKey: true }, state), 'run')
    assert.equal(keyAction({ ...plain, key: 'F1' }, state), 'explain')
    assert.equal(keyAction({ ...plain, key: 'ArrowDown', altKey: true }, state), 'list')
    assert.equal(keyAction({ ...plain, key: ' ', ctrlKey: true }, state), 'list')
    assert.equal(keyAction({ ...plain, key: 'Enter', ctrlKey: true, isComposing: true }, state), null)
  }
})
