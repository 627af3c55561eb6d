import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { instrumentKey } from './instrument-key.ts'
import { instrumentsOf } from './instruments-of.ts'
import { parse } from './parser/parse.ts'

const keys = (text: string): string[] => instrumentsOf(parse(`${text} 2020 2021`).ast!).map(instrumentKey)

describe('instrumentsOf', () => {
  test('legs, benchmark, risk-free rate, each once and cash never', () => {
    assert.deepEqual(keys('B-L-50% $CASH-L-10% XNYS:A-S-40% bench=A rf=^IRX'), ['B', 'XNYS:A', 'A', '^IRX'])
    assert.deepEqual(keys('B-L-* bench=(A-L-50% B-L-40% $CASH-L-10%) rf=2%'), ['B', 'A'])
    assert.deepEqual(keys('B-L-*'), ['B'])
  })
})
