import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { verifiedTokens } from './verified-tokens.ts'

const at = (second: number): Date => new Date(second * 1000)

describe('verifiedTokens', () => {
  test('remembers until the moment, and not a letter else', () => {
    const tokens = verifiedTokens<number>(10)
    tokens.add('a', { claims: 1, until: at(10) })
    assert.deepEqual([tokens.find('a', at(9)), tokens.find('a', at(10)), tokens.find('A', at(9))], [1, null, null])
  })

  test('forgets the oldest beyond its limit', () => {
    const tokens = verifiedTokens<number>(2)
    for (const [i, token] of ['a', 'b', 'c'].entries()) tokens.add(token, { claims: i, until: at(10) })
    assert.deepEqual(
      ['a', 'b', 'c'].map((token) => tokens.find(token, at(1))),
      [null, 1, 2],
    )
  })
})
