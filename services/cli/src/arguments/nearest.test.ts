import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { editDistance, nearest } from './nearest.ts'

const commands = ['simulate', 'check', 'symbols', 'metrics', 'import']

describe('nearest', () => {
  test('finds what a typing error meant', () => {
    assert.equal(nearest('simlate', commands), 'simulate')
    assert.equal(nearest('chekc', commands), 'check')
    assert.equal(nearest('metric', commands), 'metrics')
  })

  test('finds the word that a beginning belongs to', () => {
    assert.equal(nearest('sim', commands), 'simulate')
  })

  test('keeps quiet when nothing is near', () => {
    assert.equal(nearest('optimize-everything', commands), null)
    assert.equal(nearest('x', ['y']), null)
  })
})

test('editDistance counts a swap of neighbors once', () => {
  assert.equal(editDistance('chekc', 'check'), 1)
  assert.equal(editDistance('', 'abc'), 3)
  assert.equal(editDistance('kitten', 'sitting'), 3)
})
