import assert from 'node:assert/strict'
import { afterEach, beforeEach, mock, test } from 'node:test'
import { setImmediate as allElseDone } from 'node:timers/promises'
import type { Connection } from './connection-state.ts'
import { TaskFollower } from './task-follower.ts'
import type { Line } from './task-follower.ts'

const longestWait = 30_000

/** A server whose answers to the requests for tickets are given by the test. */
class LineUnderTest implements Line {
  readonly asked: PromiseWithResolvers<string>[] = []
  readonly sockets: WebSocket[] = []
  readonly closed: WebSocket[] = []
  readonly told: (Connection | null)[] = []

  ticket = async (): Promise<string> => {
    const asked = Promise.withResolvers<string>()
    this.asked.push(asked)
    return asked.promise
  }

  open = (): WebSocket => {
    const close = (): void => void this.closed.push(socket)
    const socket = Object.assign(new EventTarget(), { close, CONNECTING: 0, readyState: 0 }) as unknown as WebSocket
    this.sockets.push(socket)
    return socket
  }

  ask = async (): Promise<never> => {
    throw new Error('Nothing answers.')
  }

  tell = (state: Connection | null): void => void this.told.push(state)

  async refuse(): Promise<void> {
    this.asked.at(-1)!.reject(new Error('Nothing answers.'))
    await allElseDone()
  }
}

function followed() {
  const line = new LineUnderTest()
  const ends: string[] = []
  const task = { subject: 'simulations', taskId: 'a' } as const
  const follower = new TaskFollower({ ...task, onMessage: () => undefined, onEnd: (end) => ends.push(end) }, line)
  return { line, ends, follower }
}

beforeEach(() => mock.timers.enable({ apis: ['setTimeout', 'setInterval'] }))
afterEach(() => mock.timers.reset())

test('whoever is told twice to hurry while a ticket is awaited asks for one', async () => {
  const { line, follower } = followed()
  follower.hurry()
  follower.hurry()
  assert.equal(line.asked.length, 1)
  line.asked[0]!.resolve('ticket')
  await allElseDone()
  assert.equal(line.sockets.length, 1)
  follower.hurry()
  assert.equal(line.asked.length, 1)
  follower.stop()
})

test('attempts that fail leave one other waiting, however often it was to hurry', async () => {
  const { line, follower } = followed()
  follower.hurry()
  await line.refuse()
  for (const attempts of [2, 3, 4]) {
    mock.timers.tick(longestWait)
    assert.equal(line.asked.length, attempts)
    follower.hurry()
    assert.equal(line.asked.length, attempts)
    await line.refuse()
  }
  assert.deepEqual(line.told.at(-1), { kind: 'reconnecting', attempt: 4, lastHeard: null })
  follower.stop()
})

test('one that is stopped tries nothing more and says that it hears nothing', async () => {
  const { line, ends, follower } = followed()
  await line.refuse()
  follower.stop()
  mock.timers.tick(longestWait)
  follower.hurry()
  assert.equal(line.asked.length, 1)
  assert.equal(line.told.at(-1), null)
  assert.deepEqual(ends, [])
})

test('the last message ends it', async () => {
  const { line, ends } = followed()
  line.asked[0]!.resolve('ticket')
  await allElseDone()
  const data = JSON.stringify({ task_id: 'a', user_id: 1, seq: 3, status: 'done' })
  line.sockets[0]!.dispatchEvent(new MessageEvent('message', { data }))
  assert.deepEqual(ends, ['finished'])
  assert.equal(line.told.at(-1), null)
})

test('one that is stopped while its socket is being opened closes it then, since browsers warn of one that is closed before', async () => {
  const { line, follower } = followed()
  line.asked[0]!.resolve('ticket')
  await allElseDone()
  follower.stop()
  assert.deepEqual(line.closed, [])
  line.sockets[0]!.dispatchEvent(new Event('open'))
  assert.deepEqual(line.closed, line.sockets)
})
