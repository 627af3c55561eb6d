import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { closeCodes } from '@portofino/contract'
import type { TaskMessage, TaskStatus } from '@portofino/contract'
import { backoff, beginning, followed, isPolling } from './follow-state.ts'
import type { FollowEvent, FollowState } from './follow-state.ts'

const taskId = '7f9c24e5-0f4b-4b4b-9d0b-2f1e3a4b5c6d'

function message(seq: number, status: TaskStatus = 'running'): TaskMessage {
  return { task_id: taskId, user_id: 1, seq, status }
}

function after(...events: FollowEvent[]): { state: FollowState; seen: number[]; actions: string[] } {
  let state = beginning
  const seen: number[] = []
  const actions: string[] = []
  for (const event of events) {
    const step = followed(state, event)
    state = step.state
    seen.push(...step.news.map(({ seq }) => seq))
    actions.push(step.action)
  }
  return { state, seen, actions }
}

const said = (seq: number, status?: TaskStatus): FollowEvent => ({ kind: 'message', message: message(seq, status) })
const closing = (code: number): FollowEvent => ({ kind: 'closed', code })

describe('messages', () => {
  test('the first may have any number, the next ones follow it, repeats fall away', () => {
    assert.deepEqual(after(said(4), said(5), said(5), said(3), said(6)).seen, [4, 5, 6])
  })

  test('a gap is fetched, and what is fetched is passed on once', () => {
    const { seen, actions } = after(said(1), said(4), {
      kind: 'polled',
      task: { status: 'running', seq: 4, events: [message(4), message(2), message(3)] },
    })
    assert.deepEqual(actions, ['none', 'refetch', 'none'])
    assert.deepEqual(seen, [1, 2, 3, 4])
  })

  test('a heartbeat that knows more is a gap too', () => {
    assert.deepEqual(after(said(1), { kind: 'heartbeat', seq: 1 }, { kind: 'heartbeat', seq: 2 }).actions, [
      'none',
      'none',
      'refetch',
    ])
  })

  test('nothing counts after the last one', () => {
    const { state, seen, actions } = after(said(1), said(2, 'done'), closing(1000), said(3))
    assert.equal(state.end, 'finished')
    assert.deepEqual(seen, [1, 2])
    assert.deepEqual(actions, ['none', 'none', 'none', 'none'])
  })

  test('of any mixture, each number is passed on at most once and in order, and none is left out', () => {
    const event = fc.oneof(
      fc.nat(12).map((seq) => said(seq)),
      fc.nat(12).map((seq): FollowEvent => ({ kind: 'heartbeat', seq })),
      fc.constant(closing(1006)),
    )
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const { seen } = after(...events)
        assert.deepEqual(
          seen,
          seen.map((_, place) => seen[0]! + place),
        )
      }),
    )
  })
})

describe('closed connections', () => {
  test('are counted until something is heard; the third begins polling', () => {
    const three = after(said(1), closing(1006), closing(1006), closing(1001))
    assert.equal(three.state.failures, 3)
    assert.equal(isPolling(three.state), true)
    assert.deepEqual(three.actions.slice(1), ['reconnect', 'reconnect', 'reconnect'])
    assert.equal(followed(three.state, said(2)).state.failures, 0)
  })

  test('polling does not hide that sockets fail', () => {
    const { state } = after(closing(1006), closing(1006), closing(1006), {
      kind: 'polled',
      task: { status: 'running', seq: 1, events: [message(1)] },
    })
    assert.equal(isPolling(state), true)
    assert.equal(state.seq, 1)
  })

  test('for want of a session, a new ticket helps once', () => {
    assert.equal(after(closing(closeCodes.signInRequired)).state.end, null)
    assert.equal(after(closing(closeCodes.signInRequired), closing(closeCodes.signInRequired)).state.end, 'sign-in')
    const between = after(closing(closeCodes.signInRequired), said(1), closing(closeCodes.signInRequired))
    assert.equal(between.state.end, null)
  })

  test('an unknown task ends it; too many sockets are replaced by polling', () => {
    assert.equal(after(closing(closeCodes.notFound)).state.end, 'not-found')
    assert.equal(isPolling(after(closing(closeCodes.tooMany)).state), true)
  })

  test('a task that has ended while nobody listened is over', () => {
    const { state } = after({ kind: 'polled', task: { status: 'done', seq: 0, events: [] } })
    assert.equal(state.end, 'finished')
  })
})

test('waiting grows from half a second to half a minute, and is spread', () => {
  assert.equal(backoff(1, 0), 500)
  assert.equal(backoff(1, 0.5), 500)
  assert.equal(backoff(3, 0.5), 2000)
  assert.equal(backoff(3, 0), 1000)
  assert.equal(backoff(99, 0.99), 30_000)
})
