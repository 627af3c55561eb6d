import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { faultLines } from '../fault-lines.ts'
import { parse } from '../parser/parse.ts'

describe('the sum of weights', () => {
  for (const [text, ...expected] of [
    ['A-L-50% B-S-50%'],
    ['A-L-1/3 B-L-1/3 C-L-1/3'],
    ['A-L-33.33% B-L-33.33% C-L-33.33%'],
    ['A-L-33.33% B-L-33.33% C-L-33.32%', 'E120 33.32%: C-L-33.34% | add $CASH-L-0.02% | cash=rest | norm=on'],
    ['A-L-100.01%'],
    ['A-L-50% B-L-40%', 'E120 40%: B-L-50% | add $CASH-L-10% | cash=rest | norm=on'],
    ['A-L-50% $CASH-L-40%', 'E120 40%: $CASH-L-50% | cash=rest | norm=on'],
    ['A-L-60% B-L-70%', 'E120 70%: B-L-40% | gross=130% | norm=on'],
    ['A-L-60% B-L-40% norm=on cost=5bps'],
    ['A-L-3% B-L-4% norm=on'],
    ['A-L-3% B-L-4% cash=rest'],
    ['A-L-60% B-L-70% cash=rest', 'E120 70%: B-L-40% | gross=130%'],
    ['A-L-60% B-L-70% gross=130%'],
    ['A-L-60% B-S-* gross=130%'],
    ['A-L-120%', 'E111 120%: A-L-100% | gross=120% | norm=on'],
    ['A-L-120% norm=on'],
    ['A-L-0% B-L-40%', 'E110 0%: A-L-60%'],
    ['A-L-0% B-L-100%', 'E110 0%: remove A-L-0%'],
    ['A-L-100% B-L-*', 'E121 *: remove B-L-*'],
    ['A-L-100% B-L-* C-L-*', 'E121 *: remove B-L-* C-L-*'],
    [
      'A-L-50% B-L-12.5% C-L-6.25% D-L-3.125% E-L-1.5625% F-L-0.78125% G-L-10% H-L-5% I-L-4% J-L-2% K-L-1% L-L-0.5% M-L-0.2% N-L-0.1%',
      'E120 0.1%: N-L-3.08125% | add $CASH-L-2.98125% | cash=rest | norm=on',
    ],
    ['A-L-1/2 B-L-2/3', 'E120 2/3: B-L-50% | norm=on'],
  ] as const) {
    test(text, () => assert.deepEqual(faultLines(`${text} 2020 2021`), expected))
  }

  test('is exact: whole parts of any whole fit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { minLength: 1, maxLength: 20 }), (parts) => {
        const whole = parts.reduce((sum, part) => sum + part, 0)
        const legs = parts.map((part, i) => `T${i}-${i % 2 === 0 ? 'L' : 'S'}-${part}/${whole}`)
        assert.deepEqual(parse(`${legs.join(' ')} 2020 2021`).diagnostics, [])
      }),
    )
  })

  test('names sum, distance and whole', () => {
    assert.equal(messageOf('A-L-50% B-L-40%'), 'weights add up to 90%, 10 points short of 100%')
    assert.equal(messageOf('A-L-1/3 B-L-2/3 C-L-1/9 gross=110%'), 'weights add up to 111.111111%, 1.111111 points over 110%')
  })
})

test('a leg that cannot be read leaves the sum unknown', () => {
  assert.deepEqual(faultLines('A-L-50% B-L-x 2020 2021'), ['E108 x'])
})

describe('doubles and limits', () => {
  for (const [text, ...expected] of [
    ['A-L-50% A-L-50%', 'E122 A-L-50%: A-L-100%'],
    ['A-L-50% a-s-50%', 'N401 a-s', 'E122 a-s-50%: A-L-100% | A-S-100%'],
    ['$CASH-L-50% A-L-10% $CASH-L-40%', 'E122 $CASH-L-40%: $CASH-L-90%'],
    ['XNAS:A-L-50% XNYS:A-L-50%'],
    ['$CASH-L-100%', 'E112 $CASH-L-100%'],
    ['norm=on', 'E112 '],
  ] as const) {
    test(text, () => assert.deepEqual(faultLines(`${text} 2020 2021`).toSorted(), expected.toSorted()))
  }

  test('two hundred legs, no more', () => {
    assert.deepEqual(faultLines(`${equalLegs(200)} 2020 2021`), [])
    assert.deepEqual(faultLines(`${equalLegs(201)} 2020 2021`), ['E113 T200-L-1/201'])
  })
})

function messageOf(text: string): string | undefined {
  return parse(`${text} 2020 2021`).diagnostics[0]?.message
}

function equalLegs(count: number): string {
  return Array.from({ length: count }, (_, i) => `T${i}-L-1/${count}`).join(' ')
}
