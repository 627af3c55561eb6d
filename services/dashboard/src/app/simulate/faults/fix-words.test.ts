import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from '@portofino/strategy'
import { fixWords } from './fix-words.ts'

test('a button says what it does and shows what it writes', () => {
  const [short] = parse('AAPL-L-50% MSFT-L-40% 2020 2021').diagnostics
  assert.deepEqual(
    short!.fixes.map(({ title }) => Object.values(fixWords(title)).join(': ')),
    ['Write: MSFT-L-50%', 'Keep the rest as cash: $CASH-L-10%', 'Allow a rest: cash=rest', 'Scale all to the sum: norm=on'],
  )
  assert.deepEqual(fixWords('remove foo=3'), { words: 'Remove', code: 'foo=3' })
  assert.deepEqual(fixWords('add 2020-01-01 2023-01-01'), { words: 'Add', code: '2020-01-01 2023-01-01' })
  assert.deepEqual(fixWords('gross=130%'), { words: 'Allow this sum', code: 'gross=130%' })
})
