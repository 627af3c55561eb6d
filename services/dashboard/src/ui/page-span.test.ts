import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageSpan } from './page-span.ts'

test('a page spans as many items as it is long, the last one what is left', () => {
  assert.deepEqual(pageSpan({ total: 120, page: 3, page_size: 50 }), { first: 101, last: 120, pages: 3 })
  assert.deepEqual(pageSpan({ total: 83_130, page: 2, page_size: 100 }), { first: 101, last: 200, pages: 832 })
  assert.deepEqual(pageSpan({ total: 0, page: 1, page_size: 50 }), { first: 0, last: 0, pages: 1 })
  assert.deepEqual(pageSpan({ total: 50, page: 1, page_size: 50 }), { first: 1, last: 50, pages: 1 })
})
