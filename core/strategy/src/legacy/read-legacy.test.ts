import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { equalPrograms } from '../equal-programs.ts'
import { faultLines } from '../fault-lines.ts'
import { parse } from '../parser/parse.ts'

const whiteSpace = new RegExp(String.raw`[\p{White_Space}\u001c-\u001f]+`, 'u')
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** The rules of the original simulator in one place, written without anything of the parser. */
function originalAccepts(text: string): boolean {
  const points = Array.from(text).length
  const tokens = text.split(whiteSpace).filter((token) => token !== '')
  if (points > 500 || tokens.length < 3 || tokens.length > 12) return false
  const [start, end] = tokens.splice(-2).map(originalDate)
  if (start === undefined || end === undefined || start >= end) return false
  const legs = tokens.map((token) => /^([A-Z0-9.-]{1,10})-([LS])-([0-9]{1,3})%$/.exec(token))
  const weights = legs.map((leg) => Number(leg?.[3] ?? 0))
  const tickers = new Set(legs.map((leg) => leg?.[1]))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.every((weight) => weight >= 1 && weight <= 100) && tickers.size === legs.length && sum === 100
}

function originalDate(token: string): number | undefined {
  const match = /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$/.exec(token)
  if (match === null) return undefined
  const year = Number(match[1])
  const month = Number(match[2])
  const day = Number(match[3])
  return year >= 1 && day >= 1 && day <= lengthOf(year, month) ? year * 10_000 + month * 100 + day : undefined
}

function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && isLeap ? 29 : (days[month - 1] ?? 0)
}

const ticker = fc.oneof(
  fc.constantFrom('A', 'AAPL', 'BRK-B', '0700.HK', 'L', 'X-L', 'CASH', '-', 'A-', '...', '2020-01'),
  fc.string({ unit: fc.constantFrom(...Array.from('ABLS019.-')), minLength: 1, maxLength: 11 }),
)
const date = fc
  .tuple(fc.integer({ min: 0, max: 2100 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), fc.boolean())
  .map(([year, month, day, isShort]) =>
    [`${year}`.padStart(4, '0'), ...[month, day].map((n) => `${n}`.padStart(isShort ? 1 : 2, '0'))].join('-'),
  )
const space = fc.constantFrom(' ', '  ', '\n', '\t', '\u00a0', '\u001c', '\u2003')

/** Weights that sum to a hundred, mostly. */
const legs = fc
  .array(fc.tuple(ticker, fc.constantFrom('L', 'S'), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 11 })
  .map((drawn) =>
    drawn.map(([symbol, side, weight], i) => {
      const others = drawn.slice(0, i).reduce((sum, [, , one]) => sum + Math.ceil(one / drawn.length), 0)
      return `${symbol}-${side}-${i === drawn.length - 1 ? 100 - others : Math.ceil(weight / drawn.length)}%`
    }),
  )
const command = fc
  .tuple(legs, date, date, fc.array(space, { minLength: 12, maxLength: 12 }))
  .map(([written, from, to, spaces]) => [...written, from, to].map((token, i) => token + spaces[i % spaces.length]!).join(''))
const slip = fc.tuple(fc.nat(), fc.nat(1), fc.constantFrom('', ...Array.from('aAL-%1 .#|(')))
const nearCommand = fc.tuple(command, fc.option(slip)).map(([text, drawn]) => {
  if (drawn === null) return text
  const [seed, lost, added] = drawn
  const at = seed % text.length
  return text.slice(0, at) + added + text.slice(at + lost)
})

/** Commands without a fault. */
const accepted = fc
  .tuple(
    fc.uniqueArray(ticker, { minLength: 1, maxLength: 10 }),
    fc.constantFrom('L', 'S'),
    space,
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([tickers, side, blank, day]) => {
    const rest = 100 - 9 * (tickers.length - 1)
    const written = tickers.map((symbol, i) => `${symbol.slice(0, 10)}-${side}-${i === 0 ? rest : '009'}%`)
    return [...written, `2020-2-${day}`, '2021-12-31'].join(blank)
  })
  .filter(originalAccepts)

const isAccepted = (text: string): boolean => parse(text, { dialect: 'legacy' }).ast !== null

describe('the legacy dialect', () => {
  test('accepts what the original simulator accepted, and nothing else', () => {
    fc.assert(
      fc.property(nearCommand, (text) => assert.equal(isAccepted(text), originalAccepts(text))),
      { numRuns: 250 },
    )
  })

  test('gives the tree that the default dialect gives, except for tickers that are none there', () => {
    fc.assert(
      fc.property(accepted, (text) => {
        const { ast } = parse(text, { dialect: 'legacy' })
        const other = parse(text)
        if (other.ast === null) assert.ok(other.diagnostics.every(({ code, severity }) => code === 'E106' || severity === 'note'))
        else assert.ok(ast !== null && equalPrograms(ast, other.ast))
      }),
    )
  })

  test('counts five hundred code points, white space around included', () => {
    const text = 'AAPL-L-100% 2020-01-01 2021-01-01'
    assert.ok(isAccepted(text.padEnd(500)))
    assert.deepEqual(
      parse(text.padStart(501), { dialect: 'legacy' }).diagnostics.map(({ message }) => message),
      ['the command is longer than 500 characters'],
    )
  })
})

describe('what lies beyond the legacy dialect is named', () => {
  const period = '2020-01-01 2021-01-01'
  for (const [text, message, ...fixes] of [
    [`aapl-l-100% ${period}`, 'lower case', 'AAPL-L-100%'],
    [`AAPL-L-100.0% ${period}`, 'a decimal weight', 'AAPL-L-100%'],
    [`AAPL-L-2/2 ${period}`, 'a fraction', 'AAPL-L-100%'],
    [`AAPL-L-* ${period}`, 'an equal share'],
    [`$CASH-L-1% AAPL-L-99% ${period}`, '$CASH'],
    [`XNAS:AAPL-L-100% ${period}`, 'a market'],
    [`ABCDEFGHIJK-L-100% ${period}`, 'a ticker of more than 10 characters'],
    [`^GSPC-L-100% ${period}`, '"^GSPC-L-100%"'],
    [`AAPL-L-100% ${period} norm=on`, 'the option norm', 'remove norm=on'],
    [`AAPL-L-100% ${period} # note`, 'a comment', 'remove # note'],
    ['AAPL-L-100% 2020..2021', '"2020..2021"', '2020-01-01 2021-12-31'],
    [`${period} AAPL-L-100%`, 'a period before a leg', `AAPL-L-100% ${period}`],
  ] as const) {
    test(text, () => {
      const { diagnostics } = parse(text, { dialect: 'legacy' })
      assert.deepEqual(
        diagnostics.map((fault) => [fault.code, fault.message]),
        [['E190', `${message} is not available here`]],
      )
      assert.deepEqual(
        diagnostics[0]?.fixes.map(({ title }) => title),
        fixes,
      )
    })
  }

  test('other faults have their usual codes, with fixes that this dialect knows', () => {
    assert.deepEqual(faultLines(`AAPL-L-50% MSFT-L-40% ${period}`, 'legacy'), ['E120 40%: MSFT-L-50%'])
    assert.deepEqual(faultLines(`AAPL-X-100% ${period}`, 'legacy'), ['E107 X: AAPL-L-100% | AAPL-S-100% | AAPL-X-L-100%'])
    assert.deepEqual(faultLines('AAPL-L-100% 2020-02-30 2021-01-01', 'legacy'), ['E116 2020-02-30: 2020-02-29'])
    assert.deepEqual(faultLines('', 'legacy'), ['E100 '])
  })
})
