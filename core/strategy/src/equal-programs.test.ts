import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { equalPrograms } from './equal-programs.ts'
import { parse } from './parser/parse.ts'

const program = (text: string) => parse(text).ast!

describe('equalPrograms', () => {
  const one = program('A-L-50% B-S-50% 2020 2021 cost=5bps rebalance=monthly')

  test('spans make no difference', () => {
    assert.ok(equalPrograms(one, program('  2020-01-01..2021-12 a-l-1/2  b-s-50.0% rebalance=monthly@end cost=0.05%')))
  })

  for (const other of [
    'B-S-50% A-L-50% 2020 2021 cost=5bps rebalance=monthly',
    'A-L-50% B-L-50% 2020 2021 cost=5bps rebalance=monthly',
    'A-L-50% B-S-50% 2020 2022 cost=5bps rebalance=monthly',
    'A-L-50% B-S-50% 2020 2021 cost=6bps rebalance=monthly',
    'A-L-50% B-S-50% 2020 2021 rebalance=monthly',
    'A-L-50% B-S-50% 2020 2021 cost=5bps rebalance=monthly+annual',
    'A-L-50% B-S-50% 2020 2021 cost=5bps rebalance=monthly slip=1bps',
    'A-L-50% XNAS:B-S-50% 2020 2021 cost=5bps rebalance=monthly',
    'A-L-50% B-S-* 2020 2021 cost=5bps rebalance=monthly',
  ]) {
    test(`not ${other}`, () => {
      assert.equal(equalPrograms(one, program(other)), false)
      assert.equal(equalPrograms(program(other), one), false)
    })
  }
})
