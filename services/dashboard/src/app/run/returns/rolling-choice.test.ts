import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosenWindow, rollingChoices } from './rolling-choice.ts'

test('windows that are too long say why', () => {
  const choices = rollingChoices({ periodsPerYear: 252, returns: 753 })
  assert.deepEqual(
    choices.map(({ tooLong }) => tooLong),
    [undefined, undefined, undefined, '36 months needs 756 returns; this run has 753.'],
  )
  assert.deepEqual(
    [undefined, 3, 36].map((wished) => chosenWindow(choices, wished)),
    [12, 3, 12],
  )
})

test('a short run has the longest window that fits, or none', () => {
  assert.equal(chosenWindow(rollingChoices({ periodsPerYear: 252, returns: 130 }), undefined), 6)
  assert.equal(chosenWindow(rollingChoices({ periodsPerYear: 252, returns: 40 }), 36), null)
})
