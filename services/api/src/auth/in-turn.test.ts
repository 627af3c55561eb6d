import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { TooBusyError } from '@portofino/passwords'
import { inTurn } from './in-turn.ts'

describe('inTurn', () => {
  test('runs one task of a key at a time, in order, also past a failure', async () => {
    const run = inTurn(10)
    const steps: string[] = []
    const task =
      (name: string, fails = false) =>
      async (): Promise<string> => {
        steps.push(`${name} begins`)
        await Promise.resolve()
        steps.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      }
    const results = await Promise.allSettled([run('k', task('a', true)), run('k', task('b')), run('k', task('c'))])
    assert.deepEqual(steps, ['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'fulfilled', 'fulfilled'],
    )
  })

  test('lets other keys pass, and refuses one more than may wait', async () => {
    const run = inTurn(1)
    const gate = Promise.withResolvers<string>()
    const held = [run('k', () => gate.promise), run('k', async () => 'second')]
    await assert.rejects(
      run('k', async () => 'third'),
      TooBusyError,
    )
    assert.equal(await run('other', async () => 'at once'), 'at once')
    gate.resolve('first')
    assert.deepEqual(await Promise.all(held), ['first', 'second'])
    assert.equal(await run('k', async () => 'again'), 'again')
  })
})
