import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { describe, test } from 'node:test'
import { apiKillRounds } from './api-rounds.ts'
import { workerKillRounds } from './worker-rounds.ts'

const seed = randomInt(2 ** 31)

describe('kill -9 loses nothing that was accepted, and ends each task once', () => {
  test('of a worker', async (t) => {
    const { accepted, recoveries, interrupted, putBack, unanswered: _, ...faults } = await workerKillRounds({ rounds: 3, seed })
    t.diagnostic(`seed ${seed}: ${accepted} accepted, ${interrupted} cut off and run again, ${putBack} put back`)
    assert.ok(accepted > 0)
    assert.deepEqual(faults, { lost: 0, doubled: 0, gapped: 0 })
    // Not the ten seconds after which a process that cannot be asked counts as dead.
    for (const recovery of recoveries) assert.ok(recovery < 8000, `what was left was done after ${recovery} ms`)
  })

  test('of an api process, for clients that repeat what got no answer', async (t) => {
    const { accepted, interrupted, putBack, cutOff, starts: _, ...faults } = await apiKillRounds({ rounds: 3, seed })
    t.diagnostic(
      `seed ${seed}: ${accepted} accepted, ${cutOff} cut off before the answer, ${interrupted} runs begun again, ${putBack} put back`,
    )
    assert.ok(accepted > 0 && cutOff > 0)
    assert.deepEqual(faults, { lost: 0, doubled: 0, gapped: 0, torn: 0, misfiled: 0, unanswered: 0 })
  })
})
