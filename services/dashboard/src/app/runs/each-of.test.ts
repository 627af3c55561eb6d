import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachOf } from './each-of.ts'

test('what one refuses does not hide what the others did', async () => {
  const refusal = new Error('gone')
  const act = async (id: number): Promise<void> => {
    if (id === 2) throw refusal
  }
  assert.deepEqual(await eachOf([1, 2, 3], act), { done: [1, 3], refused: refusal })
  assert.deepEqual(await eachOf([1, 3], act), { done: [1, 3], refused: null })
})

test('of several refusals the first is told', async () => {
  const end = await eachOf(['first', 'second'], async (subject) => Promise.reject(new Error(subject)))
  assert.deepEqual(end, { done: [], refused: new Error('first') })
})
