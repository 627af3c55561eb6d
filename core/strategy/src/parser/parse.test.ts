import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readsOf } from '../counted-text.ts'
import { equalPrograms } from '../equal-programs.ts'
import { parse } from './parse.ts'
import type { ParseResult } from './parse.ts'
import { applyEdits } from './working-fixes.ts'

const commands = [
  'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01',
  'AAPL-L-50% MSFT-S-* 2020..2022 rebalance=monthly+band(5%) cost=5bps bench=(SPY-L-60% TLT-L-40%) cash=2%',
  'XNAS:AAPL-L-1/3 BRK-B-S-2/3 2020-01 2021-02 gross=100% norm=on rf=^IRX # a note',
]
const pieces = [
  ...commands.join(' ').split(' '),
  '$CASH-L-10%',
  '|',
  'let',
  '#',
  '(',
  '"',
  '{1..2}',
  '[lev=2]',
  '\u2013',
  '\ud800',
  '\n',
]

/** Of any code units, lone surrogates too: fast-check's own string lists all of Unicode first, which takes a second. */
const anyCharacters = fc.array(fc.nat({ max: 0x10_ff_ff })).map((points) => String.fromCodePoint(...points))

const anyText = fc.oneof(
  anyCharacters,
  fc.array(fc.constantFrom(...pieces)).map((words) => words.join(' ')),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())).map((words) => words.join('')),
)

/** A command with a few characters lost, added or changed. */
const mistyped = fc
  .tuple(
    fc.constantFrom(...commands),
    fc.array(fc.tuple(fc.nat(), fc.nat(1), fc.constantFrom('', ...Array.from('AL-%*/. =+()019,;x\u2013"#|{')))),
  )
  .map(([text, slips]) => slips.slice(0, 4).reduce((result, [seed, lost, added]) => mistype(result, seed, { lost, added }), text))

function mistype(text: string, seed: number, { lost, added }: { lost: number; added: string }): string {
  const at = seed % (text.length + 1)
  return text.slice(0, at) + added + text.slice(at + lost)
}

const errors = ({ diagnostics }: ParseResult): number => diagnostics.filter(({ severity }) => severity === 'error').length

describe('parse', () => {
  test('never throws, and gives a tree exactly when there is no error', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('default', 'legacy'), (text, dialect) => {
        const result = parse(text, { dialect })
        assert.equal(result.ast === null, errors(result) > 0)
        assert.ok(result.diagnostics.length <= 50)
      }),
      { numRuns: 150 },
    )
  })

  test('offers only fixes that lower the number of errors', () => {
    fc.assert(
      fc.property(fc.oneof(mistyped, anyText), fc.constantFrom('default', 'legacy'), (text, dialect) => {
        const result = parse(text, { dialect })
        fc.pre(result.diagnostics.length < 50)
        for (const { edits, title } of result.diagnostics.flatMap(({ fixes }) => fixes)) {
          assert.ok(errors(parse(applyEdits(text, edits), { dialect })) < errors(result), title)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('sorts by place, then code, with every place inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(mistyped, anyText), (text) => {
        const { diagnostics } = parse(text)
        for (const [i, { span, code, related }] of diagnostics.entries()) {
          const next = diagnostics[i + 1]
          assert.ok(next === undefined || span.start < next.span.start || (span.start === next.span.start && code <= next.code))
          for (const { start, end } of [span, ...related]) assert.ok(0 <= start && start <= end && end <= text.length)
        }
      }),
    )
  })

  test('the same text in other white space and order of options is the same program', () => {
    const one = parse('A-L-* 2020 2021 cost=$1+5bps norm=on rebalance=weekly+daily').ast!
    const other = parse('norm=on\n\tA-L-*  # a\n rebalance=daily+weekly+daily 2020..2021 cost=5bps+$1').ast!
    assert.ok(equalPrograms(one, other))
    assert.deepEqual(Object.keys(one.portfolios[0].options), Object.keys(other.portfolios[0].options))
  })

  test('refuses long commands by code points', () => {
    const command = 'AAPL-L-100% 2020 2021 #'
    const longest = command.padEnd(10_000 - 1, 'x') + '\u{1f600}'
    assert.deepEqual(parse(longest).diagnostics, [])
    const { diagnostics } = parse(`${longest}xy`)
    assert.deepEqual(
      diagnostics.map(({ code, span }) => [code, span.start, span.end, span.utf8Start]),
      [['E101', 10_001, 10_003, 10_003]],
    )
  })

  test('reports all faults of a command at once', () => {
    const text = 'aapl-x-50% MSFT-L-40 PEP-L-10% PEP-L-10% 2020-02-30 2021 rebalence=monthly cost=5'
    assert.deepEqual(
      parse(text).diagnostics.map(({ code }) => code),
      ['N401', 'E107', 'E108', 'E122', 'E120', 'E116', 'E140', 'E143'],
    )
  })

  test('says at most fifty things, errors before notes', () => {
    const { diagnostics } = parse(`${'a-l-1% '.repeat(60)}${'? '.repeat(49)}`)
    assert.equal(diagnostics.length, 50)
    assert.ok(diagnostics.every(({ severity }) => severity === 'error'))
  })

  test('reads no further than to the fiftieth error, and says nothing about what it did not read', () => {
    const { ast, diagnostics } = parse(`${'word '.repeat(60)}AAPL-X-50%`)
    assert.equal(ast, null)
    assert.deepEqual(
      diagnostics.map(({ code, span }) => [code, span.start]),
      Array.from({ length: 50 }, (_, i) => ['E104', 5 * i]),
    )
  })

  for (const piece of ['A-L-', '(']) {
    test(`refuses a megabyte of ${piece} after one look at it`, () => {
      const text = piece.repeat(1_000_000 / piece.length)
      let codes: string[] = []
      const reads = readsOf(text, (counted) => (codes = parse(counted).diagnostics.map(({ code }) => code)))
      assert.deepEqual(codes, ['E101'])
      assert.ok(reads < 1.1 * text.length, `${reads} reads`)
    })
  }
})
