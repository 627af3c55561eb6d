import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { UserTurns } from './user-turns.ts'

const [ann, bob, cid] = [1, 2, 3]
const patient = new AbortController().signal

/** Takes turns for these users at once, and ends each as soon as it came; who came when. */
async function order(users: readonly number[], slots: number): Promise<number[]> {
  const turns = new UserTurns({ slots, mostWaiting: 100 })
  const came: number[] = []
  await Promise.all(
    users.map(async (user) => {
      using _ = await turns.take(user, patient)
      came.push(user)
      await Promise.resolve()
    }),
  )
  return came
}

describe('turns of users', () => {
  test('one who asks much waits for the others', async () => {
    assert.deepEqual(await order([ann, ann, ann, ann, bob, cid, bob], 1), [ann, bob, cid, ann, bob, ann, ann])
  })

  test('nobody has two at a time, also where nobody else waits', async () => {
    const turns = new UserTurns({ slots: 2, mostWaiting: 100 })
    const first = await turns.take(ann, patient)
    let isSecond = false
    const second = turns.take(ann, patient).then((turn) => {
      isSecond = true
      return turn
    })
    const other = await turns.take(bob, patient)
    assert.ok(first !== null && other !== null)
    assert.equal(isSecond, false)
    first[Symbol.dispose]()
    assert.ok((await second) !== null)
  })

  test('who gives up leaves the line, and too many are refused', async () => {
    const turns = new UserTurns({ slots: 1, mostWaiting: 2 })
    const running = await turns.take(ann, patient)
    const stop = new AbortController()
    const [gone, waits] = [turns.take(ann, stop.signal), turns.take(bob, patient)]
    assert.equal(await turns.take(cid, patient), null)
    stop.abort()
    assert.equal(await gone, null)
    const last = turns.take(cid, patient)
    running![Symbol.dispose]()
    const bobs = await waits
    assert.ok(bobs !== null)
    bobs[Symbol.dispose]()
    assert.ok((await last) !== null)
    assert.equal(await turns.take(ann, AbortSignal.abort()), null)
  })
})
