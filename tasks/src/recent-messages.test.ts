import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SaidEvent } from './announce-task.ts'
import { recentMessages } from './recent-messages.ts'

function said(seq: number): SaidEvent {
  return { seq, userId: 1, message: { status: 'running' } }
}

const numbers = (messages: readonly SaidEvent[]): number[] => messages.map(({ seq }) => seq)

describe('recentMessages', () => {
  test('gives what follows a number, up to the first gap', () => {
    const recent = recentMessages(10)
    for (const seq of [2, 1, 4]) recent.add('a', said(seq))
    assert.deepEqual(numbers(recent.after('a', 0)), [1, 2])
    assert.deepEqual(numbers(recent.after('a', 3)), [4])
    assert.deepEqual(recent.after('a', 2), [])
    assert.deepEqual(recent.after('b', 0), [])
    assert.equal(recent.find('a', 4)?.seq, 4)
    assert.equal(recent.find('a', 3), undefined)
  })

  test('forgets the tasks that spoke longest ago', () => {
    const recent = recentMessages(2)
    for (const task of ['a', 'b', 'a', 'c']) recent.add(task, said(1))
    assert.deepEqual(
      ['a', 'b', 'c'].filter((task) => recent.find(task, 1) !== undefined),
      ['a', 'c'],
    )
  })
})
