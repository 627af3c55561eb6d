import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openTurns } from './turns.ts'

describe('turns', () => {
  test('let so many at a time, in order, whatever becomes of them', async () => {
    const turns = openTurns(2)
    const log: number[] = []
    let [inside, most] = [0, 0]
    const works = [0, 1, 2, 3, 4].map(async (k) =>
      turns.take(async () => {
        log.push(k)
        most = Math.max(most, ++inside)
        await Promise.resolve()
        inside--
        if (k % 2 === 1) throw new Error(String(k))
        return k
      }),
    )
    const outcomes = await Promise.allSettled(works)
    assert.deepEqual(log, [0, 1, 2, 3, 4])
    assert.equal(most, 2)
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
    )
  })

  test('who gives up waiting leaves the turn to the next', async () => {
    const turns = openTurns(1)
    const held = Promise.withResolvers<void>()
    const first = turns.take(async () => held.promise)
    const stop = new AbortController()
    const second = turns.take(async () => 2, stop.signal)
    const third = turns.take(async () => 3)
    const reason = new Error('no longer wanted')
    stop.abort(reason)
    await assert.rejects(second, reason)
    held.resolve()
    await first
    assert.equal(await third, 3)
    await assert.rejects(
      turns.take(async () => 4, stop.signal),
      reason,
    )
    assert.equal(await turns.take(async () => 5), 5)
  })
})
