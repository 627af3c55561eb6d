import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { faultLines } from './fault-lines.ts'
import { parse } from './parser/parse.ts'
import type { Dialect } from './parser/parse.ts'

function helpsOf(text: string, dialect: Dialect = 'default'): (string | undefined)[] {
  return parse(text, { dialect }).diagnostics.map(({ help }) => help)
}

const needsDates = 'needs a start and an end, such as 2020-01-01 2023-01-01'

describe('help', () => {
  for (const [text, ...helps] of [
    ['', 'a command is legs and a period, such as AAPL-L-100% 2020-01-01 2023-01-01'],
    ['2020 2021', 'a command is legs and a period, such as AAPL-L-100% 2020-01-01 2023-01-01'],
    ['A-L-*', `a period ${needsDates}`],
    ['A-L-* 2020', `a period ${needsDates}`],
    ['A-L-* 2020..', `a period ${needsDates}`],
    ['A-L-* 5y', `periods without dates are planned; this version ${needsDates}`],
    ['A-L-* 2020 2021 lag=1d', 'lag is planned; this version has no such option'],
    ['A-L-[10%,20%] 2020 2021', 'sweeps are planned; this version has none and takes one value'],
    ['A-L-* 2020 2021 gross={1..2}%', 'sweeps are planned; this version has none and takes one value'],
    [
      'A-L-* 2020 2021 xyz=3',
      'options are rebalance, cost, slip, bench, capital, rf, cash, gross, norm, late, borrow and margin',
    ],
    ['A-L-100% 2020 2021 leverage=2', 'the option is gross, such as gross=130%'],
    ['A-L-* 2020 2021 fee=5bps', undefined],
  ] as const) {
    test(`of ${JSON.stringify(text)}`, () => assert.deepEqual(helpsOf(text), helps))
  }

  test('tells the legacy dialect from what is planned', () => {
    const [dialectHelp, plannedHelp] = helpsOf('A-L-100% rebalance=monthly lag=1d 2020-01-01 2021-01-01', 'legacy')
    assert.equal(dialectHelp, 'the legacy dialect has legs and two dates only; the default dialect reads this')
    assert.equal(plannedHelp, 'lag is planned; this version has no such option')
  })
})

describe('what an option expects', () => {
  for (const [option, message] of [
    ['capital=abc', '"abc" is not a value of capital; expected a number such as 100000'],
    ['gross=abc', '"abc" is not a value of gross; expected a percentage such as 130%'],
    ['slip=abc', '"abc" is not a value of slip; expected basis points such as 2bps or a percentage such as 0.02%'],
    ['rebalance=band()', '"band()" is not a value of rebalance; expected band(5%), band(abs=5%) or band(rel=25%)'],
    ['rebalance=band(x)', '"x" is not a value of band; expected 5%, abs=5% or rel=25%'],
    ['rebalance=every(x)', '"x" is not a value of every; expected a number of sessions such as 20d'],
    ['norm=abc', '"abc" is not a value of norm; expected on or off'],
  ] as const) {
    test(`${option} is said with an example of each form`, () => {
      assert.equal(parse(`A-L-* 2020 2021 ${option}`).diagnostics[0]?.message, message)
    })
  }
})

describe('what nobody can tell', () => {
  for (const [text, ...expected] of [
    ['A-L-* last 5 years', 'E104 last 5 years', 'E114 '],
    ['A-L-* past year', 'E104 past year', 'E114 '],
    ['A-L-* 5 years', 'E104 5 years', 'E114 '],
    ['A-L-* since 2020', 'E104 since 2020', 'E114 '],
    ['A-L-* 2020..', 'E114 2020..'],
    ['A-L-* ..2020', 'E114 ..2020'],
    ['A-L-[10%,20%] 2020 2021', 'E190 [10%,20%]'],
    ['A-L-[lev=2] 2020 2021', 'E108 ', 'E190 [lev=2]'],
    ['A-L-100% 2020 2021 capital=1,5m', 'E142 1,5m: remove capital=1,5m'],
    ['A-L-100% 2020 2021 gross=150/20', 'E142 150/20: remove gross=150/20'],
    ['A-L-100% 2020 2021 leverage=2', 'E140 leverage: remove leverage=2'],
    ['A-L-100% 2020 2021 cost=5bps fee=3bps', 'E140 fee: remove fee=3bps'],
  ] as const) {
    test(`has no mend in ${text}`, () => assert.deepEqual(faultLines(text), expected))
  }
})
