import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fractionText } from '@portofino/numeric'
import { legShares } from './leg-shares.ts'
import { parse } from './parser/parse.ts'

const shares = (text: string): string[] => legShares(parse(`${text} 2020 2021`).ast!.portfolios[0]).map(fractionText)

describe('legShares', () => {
  for (const [text, ...expected] of [
    ['A-L-50% B-S-12.5% C-L-37.5%', '1/2', '1/8', '3/8'],
    ['A-L-1/3 B-L-2/3', '1/3', '2/3'],
    ['A-L-50% B-L-* C-S-*', '1/2', '1/4', '1/4'],
    ['A-L-1/7 B-L-1/11 C-L-1/13 D-L-1/17 E-L-1/19 F-L-*', '1/7', '1/11', '1/13', '1/17', '1/19', '186834/323323'],
    ['A-L-* gross=130%', '13/10'],
    ['A-L-3% B-L-4% norm=on', '3/100', '1/25'],
    ['A-L-30% B-L-40% cash=rest', '3/10', '2/5'],
  ] as const) {
    test(text, () => assert.deepEqual(shares(text), expected))
  }

  test('refuses a tree whose numbers are none', () => {
    const { legs, options } = parse('A-L-100% 2020 2021').ast!.portfolios[0]
    const broken = legs.map((leg) => ({ ...leg, weight: { kind: 'percent' as const, percent: 'x', span: leg.span } }))
    assert.throws(() => legShares({ legs: broken, options }), { name: 'TypeError', message: /got "x"/ })
  })
})
