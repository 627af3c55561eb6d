import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFiltered, listRequest, statusSegments } from './list-request.ts'

test('an address without parts asks for all runs', () => {
  assert.deepEqual(listRequest({}), { status: 'all', spark: 'true', page: '1', page_size: '50' })
})

test('done and ruined are told apart by the outcome', () => {
  assert.deepEqual(listRequest({ status: 'done', q: 'msft', page: 3, sort: '-cagr' }), {
    status: 'done',
    outcome: 'ok',
    q: 'msft',
    sort: '-cagr',
    spark: 'true',
    page: '3',
    page_size: '50',
  })
  assert.equal(listRequest({ status: 'ruined' })['outcome'], 'ruined')
})

test('segments count every run once', () => {
  const counts = { queued: 0, running: 1, done: 11, ruined: 1, failed: 1, canceled: 1 }
  const told = statusSegments(counts, undefined).map(({ word, count }) => `${word} ${count}`)
  assert.deepEqual(told, ['All 14', 'Done 10', 'Running 1', 'Failed 1', 'Ruined 1', 'Canceled 1'])
})

test('what waits is told while something waits, or is asked for', () => {
  const counts = { queued: 2, running: 0, done: 0, ruined: 0, failed: 0, canceled: 0 }
  assert.ok(statusSegments(counts, undefined).some(({ word }) => word === 'Queued'))
  assert.ok(statusSegments({ ...counts, queued: 0 }, 'queued').some(({ word }) => word === 'Queued'))
})

test('sorting and paging do not narrow a list', () => {
  assert.equal(isFiltered({ sort: 'name', page: 2 }), false)
  assert.equal(isFiltered({ tag: 'crisis' }), true)
})
