import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bar } from './bar.ts'

describe('bar', () => {
  test('starts at the common zero', () => {
    assert.equal(bar(2, { lowest: 0, highest: 4, width: 4 }), '██  ')
    assert.equal(bar(-1, { lowest: -1, highest: 3, width: 4 }), '█   ')
    assert.equal(bar(1.5, { lowest: -1, highest: 3, width: 4 }), ' █▌ ')
    assert.equal(bar(-0.5, { lowest: -1, highest: 3, width: 4 }), '▐   ')
  })

  test('shows something for the smallest value, nothing for zero', () => {
    assert.equal(bar(1e-9, { lowest: 0, highest: 1, width: 3 }), '▌  ')
    assert.equal(bar(-1e-9, { lowest: -1, highest: 0, width: 3 }), '  ▐')
    assert.equal(bar(0, { lowest: 0, highest: 0, width: 3 }), '   ')
  })
})
