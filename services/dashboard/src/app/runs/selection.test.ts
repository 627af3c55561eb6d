import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleHistoryItem as example } from '@portofino/contract'
import { toggled, toggledPage } from './selection.ts'

const [one, two, three] = [1, 2, 3].map((id) => ({ ...example, id })) as [typeof example, typeof example, typeof example]
const none = new Map<number, typeof example>()

test('a run is chosen by one click and let go by the next', () => {
  const chosen = toggled(none, one)
  assert.deepEqual([...chosen.keys()], [1])
  assert.equal(toggled(chosen, one).size, 0)
})

test('a page is completed first, then let go; runs of other pages stay', () => {
  const other = toggled(none, three)
  const page = toggledPage(toggled(other, one), [one, two])
  assert.deepEqual([...page.keys()], [3, 1, 2])
  assert.deepEqual([...toggledPage(page, [one, two]).keys()], [3])
})
