import assert from 'node:assert/strict'
import { test } from 'node:test'
import { retagged, tagFault, tagHoldings } from './tagging.ts'

test('tags say whether all or some of the runs have them', () => {
  assert.deepEqual(tagHoldings([{ tags: ['pairs', 'crisis'] }, { tags: ['crisis'] }]), [
    { tag: 'crisis', holding: 'all' },
    { tag: 'pairs', holding: 'some' },
  ])
})

test('what is not changed stays as it was in each run', () => {
  assert.deepEqual(retagged(['b', 'a'], { c: 'all', b: 'none' }), ['a', 'c'])
  assert.deepEqual(retagged(['b', 'a'], { a: 'all' }), ['b', 'a'])
  assert.deepEqual(retagged([], {}), [])
})

test('tags are short and not empty', () => {
  assert.notEqual(tagFault('  '), null)
  assert.match(tagFault('x'.repeat(41)) ?? '', /got 41/)
  assert.equal(tagFault('crisis'), null)
})
