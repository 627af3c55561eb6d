import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { turnOf } from './turn.ts'

interface Arrival {
  user: string
  at: number
}

/** When each job starts, in seconds, if the queue takes the one of the highest turn each second; as many jobs of a user wait as are not taken. */
function starts(arrivals: readonly Arrival[]): Map<Arrival, number> {
  const started = new Map<Arrival, number>()
  const waiting: { arrival: Arrival; turn: number }[] = []
  for (let now = 0; started.size < arrivals.length; now++) {
    for (const arrival of arrivals.filter(({ at }) => at === now)) {
      const before = waiting.filter((other) => other.arrival.user === arrival.user).length
      waiting.push({ arrival, turn: turnOf({ at: new Date(now * 1000), waiting: before }) })
    }
    waiting.sort((a, b) => b.turn - a.turn)
    const next = waiting.shift()
    if (next !== undefined) started.set(next.arrival, now)
  }
  return started
}

describe('turnOf', () => {
  test('lets a newcomer go before the later jobs of somebody who has many', () => {
    const many = Array.from({ length: 20 }, () => ({ user: 'busy', at: 0 }))
    const newcomer = { user: 'other', at: 0 }
    assert.equal(starts([...many, newcomer]).get(newcomer), 1)
  })

  test('lets nobody wait for ever, however many newcomers come', () => {
    const many = Array.from({ length: 20 }, () => ({ user: 'busy', at: 0 }))
    // As many as there is time for: no job of the busy one would ever start if newcomers always went first.
    const newcomers = Array.from({ length: 400 }, (_, i) => ({ user: `user ${i}`, at: i }))
    const started = starts([...many, ...newcomers])
    const waited = many.map((job) => started.get(job)!)
    assert.ok(Math.max(...waited) <= 60, `the last one of the busy user started after ${Math.max(...waited)} seconds`)
    for (const newcomer of newcomers) assert.ok(started.get(newcomer)! - newcomer.at <= 40)
  })

  test('keeps the order of one user', () => {
    const jobs = Array.from({ length: 30 }, (_, i) => ({ user: 'one', at: Math.floor(i / 3) }))
    const order = [...starts(jobs).keys()]
    assert.deepEqual(order, jobs)
  })

  test('is a number that the queue can hold, until 2090', () => {
    assert.ok(Math.abs(turnOf({ at: new Date('2090-01-01'), waiting: 20 })) < 2 ** 31)
    // What an earlier version has enqueued comes first.
    assert.ok(turnOf({ at: new Date('2026-02-01'), waiting: 0 }) < -20)
  })
})
