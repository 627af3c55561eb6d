import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleHistoryItem as run } from '@portofino/contract'
import { fits, fitting, markedPieces, runEntry } from './palette-entries.ts'
import type { Entry } from './palette-entries.ts'

const nothing = { kind: 'do', act: () => undefined } as const
const entry = (label: string): Entry => ({ id: label, icon: 'runs', label, consequence: nothing })

test('every word must be there, in any order and case', () => {
  assert.equal(fits(entry('Use the dark theme'), 'THEME dark'), true)
  assert.equal(fits(entry('Use the dark theme'), 'theme light'), false)
})

test('groups without a fitting entry are not told', () => {
  const groups = [
    { title: 'Go to', entries: [entry('Runs'), entry('Settings')] },
    { title: 'Do', entries: [entry('Sign out')] },
  ]
  assert.deepEqual(
    fitting(groups, ' set ').map(({ title, entries }) => [title, entries.map(({ label }) => label)]),
    [['Go to', ['Settings']]],
  )
  assert.equal(fitting(groups, '').length, 2)
})

test('a run tells what it made, and while one types why it is there', () => {
  assert.deepEqual([runEntry(run, false).note, runEntry(run, false).end], ['run 17', '+17.23% a year'])
  assert.deepEqual([runEntry(run, true).command, runEntry(run, true).end], [run.command, 'run 17'])
  assert.equal(runEntry({ ...run, cagr: null, status: 'failed' }, false).end, 'failed')
})

test('what is typed is marked where it stands, signs included', () => {
  assert.deepEqual(markedPieces('AAPL-L-50% MSFT-L-50%', 'msft'), [
    { text: 'AAPL-L-50% ', isMarked: false },
    { text: 'MSFT', isMarked: true },
    { text: '-L-50%', isMarked: false },
  ])
  assert.deepEqual(markedPieces('a^b', '^'), [
    { text: 'a', isMarked: false },
    { text: '^', isMarked: true },
    { text: 'b', isMarked: false },
  ])
  assert.deepEqual(markedPieces('abc', ' '), [{ text: 'abc', isMarked: false }])
})
