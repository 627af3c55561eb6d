import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedSearch } from './changed-search.ts'

test('parts change alone, fall away when they say nothing, and begin at the first page', () => {
  assert.deepEqual(changedSearch({ q: 'msft', page: 3, status: 'done' }, { status: undefined }), { q: 'msft' })
  assert.deepEqual(changedSearch({ q: 'msft', page: 3 }, { sort: '-cagr' }), { q: 'msft', sort: '-cagr' })
  assert.deepEqual(changedSearch({ q: 'msft' }, { page: 2 }), { q: 'msft', page: 2 })
})
