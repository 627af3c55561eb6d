import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { TooBusyError, boundedWork } from './bounded-work.ts'

const bounds = { concurrency: 2, queueLength: 3, retryAfterSeconds: 2 }

describe('boundedWork', () => {
  test('runs two at once, keeps three waiting, refuses the sixth, and takes work again afterwards', async () => {
    const run = boundedWork(bounds)
    const gate = Promise.withResolvers<void>()
    let running = 0
    let most = 0
    const order: number[] = []
    const task = (n: number) => async (): Promise<number> => {
      running += 1
      most = Math.max(most, running)
      await gate.promise
      running -= 1
      order.push(n)
      return n
    }
    const five = [1, 2, 3, 4, 5].map((n) => run(task(n)))
    await assert.rejects(run(task(6)), (fault) => fault instanceof TooBusyError && fault.retryAfterSeconds === 2)
    gate.resolve()
    assert.deepEqual(await Promise.all(five), [1, 2, 3, 4, 5])
    assert.deepEqual(order, [1, 2, 3, 4, 5])
    assert.equal(most, 2)
    assert.equal(await run(async () => 7), 7)
  })

  test('a task that fails gives its place back', async () => {
    const run = boundedWork({ ...bounds, concurrency: 1, queueLength: 1 })
    for (let i = 0; i < 3; i += 1)
      await assert.rejects(
        run(() => Promise.reject(new Error('fault'))),
        /fault/,
      )
    assert.equal(await run(async () => 1), 1)
  })
})
