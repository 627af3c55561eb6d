import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimal } from './decimal.ts'
import { historyQuery } from './history.ts'
import { afterQuery } from './task.ts'

const others = ['0x1', '0b11', '1e1', '1.0', '+1', '-1', ' 1', '1 ', '', 'x', '١', '1234567890', 'Infinity']

test('decimal takes digits and nothing else', () => {
  const schema = decimal({ low: 0, high: 2_000 })
  assert.deepEqual(
    ['0', '7', '007', '2000'].map((text) => schema.parse(text)),
    [0, 7, 7, 2000],
  )
  for (const text of [...others, '2001']) assert.equal(schema.safeParse(text).success, false, text)
})

test('addresses count in decimals', () => {
  for (const text of others) {
    for (const name of ['page', 'page_size'])
      assert.equal(historyQuery.safeParse({ [name]: text }).success, false, `${name}=${text}`)
    assert.equal(afterQuery.safeParse({ after: text }).success, false, text)
  }
  const { page, page_size: pageSize } = historyQuery.parse({})
  assert.deepEqual([page, pageSize, historyQuery.parse({ page: '3' }).page, afterQuery.parse({})], [1, 20, 3, {}])
})
