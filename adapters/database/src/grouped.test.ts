import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import { describe, test } from 'node:test'
import { DatabaseError } from './database-error.ts'
import { grouped } from './grouped.ts'

describe('grouped', () => {
  test('does together what comes in one moment, and what came while it did', async () => {
    const groups: (readonly number[])[] = []
    const first = Promise.withResolvers<void>()
    const double = grouped<object, number, number>(async (_, items) => {
      groups.push(items)
      if (groups.length === 1) await first.promise
      return items.map((item) => 2 * item)
    })
    const scope = {}
    const answers = [1, 2].map(async (item) => double(scope, item))
    await setImmediate()
    answers.push(...[3, 4, 5].map(async (item) => double(scope, item)))
    await setImmediate()
    first.resolve()
    assert.deepEqual(await Promise.all(answers), [2, 4, 6, 8, 10])
    assert.deepEqual(groups, [
      [1, 2],
      [3, 4, 5],
    ])
    assert.equal(await double(scope, 6), 12)
  })

  test('lets scopes go on beside each other', async () => {
    const held = Promise.withResolvers<void>()
    const wait = grouped<{ isHeld: boolean }, string, string>(async ({ isHeld }, items) => {
      if (isHeld) await held.promise
      return items
    })
    const slow = wait({ isHeld: true }, 'slow')
    assert.equal(await wait({ isHeld: false }, 'quick'), 'quick')
    held.resolve()
    assert.equal(await slow, 'slow')
  })

  test('lets as many groups be under way as it is told, and no more', async () => {
    const stuck = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const groups: (readonly number[])[] = []
    const ask = grouped<object, number, number>(
      async (_, items) => {
        await stuck[groups.push(items) - 1]?.promise
        return items
      },
      { groups: 2 },
    )
    const scope = {}
    const first = [1, 2].map(async (item) => ask(scope, item))
    await setImmediate()
    const second = ask(scope, 3)
    await setImmediate()
    const third = [4, 5].map(async (item) => ask(scope, item))
    await setImmediate()
    assert.deepEqual(groups, [[1, 2], [3]])
    stuck[1]!.resolve()
    assert.deepEqual(await Promise.all([second, ...third]), [3, 4, 5])
    assert.deepEqual(groups, [[1, 2], [3], [4, 5]])
    stuck[0]!.resolve()
    assert.deepEqual(await Promise.all(first), [1, 2])
  })

  test('tries each alone when the group is refused, so that a faulty one spoils nothing', async () => {
    const divide = grouped<object, number, number>(async (_, items) => {
      if (items.includes(0)) throw new RangeError('zero')
      return items.map((item) => 1 / item)
    })
    const scope = {}
    const outcomes = await Promise.allSettled([1, 0, 2].map(async (item) => divide(scope, item)))
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
  })

  test('does nothing twice when the server went away', async () => {
    let calls = 0
    const write = grouped<object, number, number>(async () => {
      calls++
      throw new DatabaseError('database_unavailable', 'away')
    })
    const scope = {}
    const outcomes = await Promise.allSettled([1, 2].map(async (item) => write(scope, item)))
    assert.deepEqual([outcomes.map(({ status }) => status), calls], [['rejected', 'rejected'], 1])
  })

  test('takes no more than a hundred at once', async () => {
    const sizes: number[] = []
    const count = grouped<object, number, number>(async (_, items) => {
      sizes.push(items.length)
      return items
    })
    const scope = {}
    await Promise.all(Array.from({ length: 250 }, async (_, item) => count(scope, item)))
    assert.deepEqual(sizes, [100, 100, 50])
  })
})
