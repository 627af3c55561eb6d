import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { equalPrograms } from './equal-programs.ts'
import { hash } from './hash.ts'
import { parse } from './parser/parse.ts'
import { print } from './print.ts'
import type { Program } from './tree.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

function parsed(text: string): Program {
  const { ast, diagnostics } = parse(text)
  assert.ok(ast !== null, `${text}\n${diagnostics.map(({ code, message }) => `${code} ${message}`).join('\n')}`)
  return ast
}

const written = (text: string) => print(parsed(text))

const symbols = ['AAPL', 'BRK-B', 'X-L', '^GSPC', 'XNAS:MSFT', '0700.HK', 'GC=F', 'M&M.NS', 'EURUSD=X', '$CASH', 'L', 'CASH']
const days = ['2010', '2012-03', '2015-1-7', '2019-12-31', '2020-02-29', '2021', '2022-06']

const values: Record<string, readonly string[]> = {
  rebalance: [
    'never',
    'monthly',
    'weekly@fri',
    'monthly@end',
    'annual@start',
    'daily+band(5%)',
    'band(abs=5%,rel=25.0%)',
    'band(,20%)',
    'every(21d)+weekly@mon',
  ],
  cost: ['0', '5bps', '0.05%', '$1+5bps', '$0.005/sh', '0.5bps+$1.50+$0.01/sh'],
  slip: ['0', '2bps', '0.02%'],
  bench: ['none', '^GSPC', 'XNYS:SPY', '(SPY-L-60% TLT-L-2/5)'],
  capital: ['100000', '1', '2500.50'],
  rf: ['0%', '2%', '-0.50%', '^IRX'],
  cash: ['0%', 'rf', 'rf-0.5%', '1.0%'],
  norm: ['off', 'on'],
  late: ['clip', 'cash', 'spread', 'error'],
  borrow: ['0%', 'rf+1%', '0.3%'],
  margin: ['rf', '4%'],
}

const shares = fc.constantFrom(
  ['100%'],
  ['50%', '1/2'],
  ['1/3', '1/3', '1/3'],
  ['12.5%', '*', '37.50%'],
  ['*', '*', '10%'],
  ['33.333333%', '33.333333%', '33.333334%'],
)
const pieces = fc.record({
  subjects: fc.shuffledSubarray(symbols, { minLength: 3, maxLength: 3 }).filter(([first]) => first !== '$CASH'),
  sides: fc.array(fc.constantFrom('L', 'S'), { minLength: 3, maxLength: 3 }),
  shares,
  period: fc.subarray(days, { minLength: 2, maxLength: 2 }),
  dots: fc.boolean(),
  options: fc.record(Object.fromEntries(Object.entries(values).map(([key, list]) => [key, fc.constantFrom(...list)])), {
    requiredKeys: [],
  }),
  seed: fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
})

/** A valid command of Level 1, its tokens in any order. */
const commands = pieces.map(({ subjects, sides, shares: weights, period, dots, options, seed }) => {
  const legs = weights.map((weight, i) => `${subjects[i]}-${subjects[i] === '$CASH' ? 'L' : sides[i]}-${weight}`)
  const settings = Object.entries(options).map(([key, value]) => `${key}=${value}`)
  const order = [...settings, period.join(dots ? '..' : ' ')].map((text, i) => ({ text, at: seed[i]! }))
  return [...legs, ...order.toSorted((a, b) => a.at - b.at).map(({ text }) => text)].join(' ')
})

describe('print', () => {
  test('writes legs, two ISO dates and options in canonical order', () => {
    const text = 'late=cash rebalance=monthly@end aapl-l-1/2  MSFT-S-50.0% 2020..2020-06 cost=$1+0.05% # a try'
    assert.equal(written(text), 'AAPL-L-50% MSFT-S-50% 2020-01-01 2020-06-30 rebalance=monthly cost=5bps+$1 late=cash')
  })

  test('leaves defaults out', () => {
    const defaults =
      'rebalance=never cost=0 slip=0bps bench=none capital=100000 rf=0% cash=0% gross=100% norm=off late=clip borrow=0% margin=0%'
    assert.equal(written(`A-L-100% 2020 2021 ${defaults}`), 'A-L-100% 2020-01-01 2021-12-31')
  })

  test('writes a weight as a percentage when six decimals are enough, else as a fraction in lowest terms', () => {
    assert.equal(written('A-L-1/8 B-L-2/6 C-L-* 2020 2021'), 'A-L-12.5% B-L-1/3 C-L-* 2020-01-01 2021-12-31')
  })

  test('writes every option', () => {
    const options =
      'rebalance=band(5%,rel=25%)+every(20d)+monthly@3 cost=5bps+$1+$0.005/sh slip=2bps bench=(SPY-L-60% XNAS:QQQ-S-40%) capital=2500.5 ' +
      'rf=^IRX cash=rest,rf-0.5% gross=130% late=spread borrow=rf+1% margin=-1%'
    const text = `A-L-100% $CASH-L-30% 2020-01-01 2021-01-01 ${options}`
    assert.equal(written(text), text)
    assert.equal(written('A-L-20% 2020-01-01 2021-01-01 norm=on'), 'A-L-20% 2020-01-01 2021-01-01 norm=on')
  })

  test('is read back as the same program, and prints the same again', () => {
    fc.assert(
      fc.property(commands, (text) => {
        const program = parsed(text)
        const again = parsed(print(program))
        assert.ok(equalPrograms(program, again), print(program))
        assert.equal(print(again), print(program))
      }),
    )
  })
})

describe('hash', () => {
  test('is the SHA-256 of the canonical text', () => {
    const known = '19806b60e3a6a11d332c4d04137a8126b18dc25c2f18fe1d0d39671c0ad73dbd'
    assert.equal(hash(parsed('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC'), sha256), known)
    assert.equal(hash(parsed('bench=^gspc aapl-L-1/2 MSFT-L-* 2020-01-01..2023-1-1'), sha256) === known, false)
    assert.equal(hash(parsed('bench=^gspc aapl-L-1/2 MSFT-L-1/2 2020-01-01..2023-1-1'), sha256), known)
  })

  test('is equal exactly for programs that mean the same', () => {
    const pairs = fc.tuple(commands, commands)
    fc.assert(
      fc.property(pairs, (texts) => {
        const [a, b] = texts.map(parsed)
        assert.equal(hash(a!, sha256) === hash(b!, sha256), equalPrograms(a!, b!))
      }),
    )
  })

  test('ignores spelling', () => {
    fc.assert(
      fc.property(commands, (text) => {
        const spelled = text
          .replaceAll(' ', '  ')
          .replaceAll('-L-', '-l-')
          .replace(/bench=\([^)]*\)/, (basket) => basket.replace(/ +/g, ' '))
        assert.equal(hash(parsed(spelled), sha256), hash(parsed(text), sha256))
      }),
    )
  })

  test('refuses dates that are not resolved', () => {
    const program = parsed('A-L-100% 2020 2021')
    const [portfolio] = program.portfolios
    const open: Program = { v: 1, portfolios: [{ ...portfolio, period: { ...portfolio.period, to: 'today' } }] }
    assert.throws(() => hash(open, sha256), { name: 'TypeError', message: /got today/ })
  })
})
