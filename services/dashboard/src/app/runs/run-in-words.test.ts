import assert from 'node:assert/strict'
import { test } from 'node:test'
import { growthOf, nameOf, stateOf } from './run-in-words.ts'

const nothing = { spark: null, progress: null, error: null }

test('ruin is told apart from being done', () => {
  assert.equal(stateOf({ status: 'done', outcome: 'ruined' }), 'ruined')
  assert.equal(stateOf({ status: 'done', outcome: 'ok' }), 'done')
  assert.equal(stateOf({ status: 'failed', outcome: null }), 'failed')
})

test('a run without a name is called by its command', () => {
  const command = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'
  assert.deepEqual(nameOf({ name: '', command }), { text: 'AAPL and MSFT, 2020 to 2022', isOwn: false })
  assert.deepEqual(nameOf({ name: 'Giants', command }), { text: 'Giants', isOwn: true })
})

test('growth is a line when done, whole percents on the way, words otherwise', () => {
  assert.deepEqual(growthOf({ ...nothing, status: 'done', spark: [100, 120] }), { kind: 'line', values: [100, 120] })
  assert.deepEqual(growthOf({ ...nothing, status: 'running', progress: 58.9 }), { kind: 'progress', percent: 58 })
  assert.deepEqual(growthOf({ ...nothing, status: 'running' }), { kind: 'progress', percent: 0 })
  assert.equal(growthOf({ ...nothing, status: 'queued' }).kind, 'words')
})

test('a failed run tells the first fault of its command, else what the server says', () => {
  const error = { code: 'x', detail: 'All of it.', diagnostics: [{ code: 'E303', message: 'AAPL has no prices' }] }
  assert.deepEqual(growthOf({ ...nothing, status: 'failed', error }), { kind: 'words', text: 'AAPL has no prices', code: 'E303' })
  assert.deepEqual(growthOf({ ...nothing, status: 'failed', error: { detail: 'All of it.' } }), {
    kind: 'words',
    text: 'All of it.',
    code: null,
  })
})
