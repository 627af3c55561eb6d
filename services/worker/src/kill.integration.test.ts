import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { killRounds } from './kill-rounds.ts'

describe('kill -9', () => {
  test('loses nothing that was accepted, and ends each task once', async () => {
    const { accepted, lost, doubled, gapped, recoveries } = await killRounds(4, (round) => 60 + 90 * round)
    assert.ok(accepted > 0)
    assert.deepEqual({ lost, doubled, gapped }, { lost: 0, doubled: 0, gapped: 0 })
    // Not the ten seconds after which a process that cannot be asked counts as dead.
    for (const recovery of recoveries) assert.ok(recovery < 8000, `what was left was done after ${recovery} ms`)
  })
})
