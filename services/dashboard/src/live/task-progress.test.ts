import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TaskMessage } from '@portofino/contract'
import { progressed, secondsLeft } from './task-progress.ts'

const base = { task_id: '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d', user_id: 1 }

function running(seq: number, rest: Partial<TaskMessage>): TaskMessage {
  return { ...base, seq, status: 'running', ...rest }
}

test('each step keeps its last word, and percent never falls', () => {
  const prices = progressed(undefined, running(1, { step: 'prices', done: 10, total: 10, percent: 80 }), 1000)
  const simulating = progressed(prices, running(2, { step: 'simulating', done: 5, total: 100, percent: 79 }), 1100)
  assert.equal(simulating.percent, 80)
  assert.deepEqual(Object.keys(simulating.steps), ['prices', 'simulating'])
  const done = progressed(simulating, { ...base, seq: 3, status: 'done', percent: 100 }, 1200)
  assert.equal(done.percent, 100)
  assert.equal(done.steps['prices']?.done, 10)
})

test('a task that waits again begins anew', () => {
  const before = progressed(undefined, running(1, { step: 'prices', percent: 40 }), 0)
  assert.equal(progressed(before, { ...base, seq: 2, status: 'queued' }, 10).percent, 0)
})

test('the pace of a step tells how long it still takes', () => {
  const first = progressed(undefined, running(1, { step: 'simulating', done: 100, total: 1000 }), 0)
  assert.equal(secondsLeft(first), null)
  const second = progressed(first, running(2, { step: 'simulating', done: 400, total: 1000 }), 3000)
  assert.equal(secondsLeft(second), 6)
  const other = progressed(second, running(3, { step: 'metrics' }), 4000)
  assert.equal(secondsLeft(other), null)
})
