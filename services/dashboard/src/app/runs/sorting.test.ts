import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ariaSort, nextSorting, sortingOf } from './sorting.ts'

test('newest runs come first, and that is not said', () => {
  assert.deepEqual(sortingOf(undefined), { column: 'created_at', direction: 'down' })
  assert.equal(nextSorting({ column: 'cagr', direction: 'down' }, 'created_at'), undefined)
})

test('a first click sorts as one would wish, a second turns it', () => {
  assert.equal(nextSorting(sortingOf(undefined), 'cagr'), '-cagr')
  assert.equal(nextSorting(sortingOf(undefined), 'name'), 'name')
  assert.equal(nextSorting(sortingOf('-cagr'), 'cagr'), 'cagr')
  assert.equal(nextSorting(sortingOf(undefined), 'created_at'), 'created_at')
  assert.equal(nextSorting(sortingOf('created_at'), 'created_at'), undefined)
})

test('only the sorted column says so', () => {
  assert.equal(ariaSort(sortingOf('name'), 'name'), 'ascending')
  assert.equal(ariaSort(sortingOf('-sharpe'), 'sharpe'), 'descending')
  assert.equal(ariaSort(sortingOf('-sharpe'), 'cagr'), undefined)
})
