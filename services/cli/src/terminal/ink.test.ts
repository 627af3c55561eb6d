import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { makeInk } from './ink.ts'

describe('ink', () => {
  test('writes no escape code without color', () => {
    const ink = makeInk('none')
    const styled = [
      ink.strong('a'),
      ink.muted('a'),
      ink.accent('a'),
      ink.gain('a'),
      ink.loss('a'),
      ink.fault('a'),
      ink.heat('a', 1),
    ]
    assert.deepEqual(new Set(styled), new Set(['a']))
  })

  test('fills heat by sign and strength, and little near zero', () => {
    const { heat } = makeInk('full')
    assert.match(heat('+9.0', 1), /48;5;26m/)
    assert.match(heat('−9.0', -1), /48;5;166m/)
    assert.doesNotMatch(heat('+0.1', 0.01), /48;5/)
    assert.equal(heat('0.0', 0), '0.0')
  })

  test('sixteen colors show the sign only', () => {
    const { heat, gain, loss } = makeInk('basic')
    assert.deepEqual([heat('1', 1), heat('1', -1)], [gain('1'), loss('1')])
  })
})
