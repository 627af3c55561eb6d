import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { dayNumber, isoDate } from '@portofino/market'
import fc from 'fast-check'
import { equalPrograms } from '../equal-programs.ts'
import { parse } from '../parser/parse.ts'
import { print } from '../print.ts'

/** Judged by an independent program written from the definition of the legacy dialect. */
interface LegacyCommand {
  because: string
  text: string
  accepted: boolean
  legs?: string[]
  period?: string[]
  /** Codes of the faults, by place. */
  codes?: string[]
  /** The one fault in the default dialect, of a text that only the legacy dialect accepts. */
  inDefaultDialect?: string
}

const table = new URL('../../../../fixtures/strategy/legacy-commands.json', import.meta.url)
const commands = JSON.parse(readFileSync(table, 'utf8')) as LegacyCommand[]
const accepted = commands.filter((command) => command.accepted)
const errorCodes = (text: string, dialect: 'default' | 'legacy') =>
  parse(text, { dialect })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)

describe('the legacy dialect', () => {
  test('is judged by at least sixty texts', () => assert.ok(commands.length >= 60))

  for (const { because, text, legs, period } of accepted) {
    test(`accepts ${because}`, () => {
      const { ast, diagnostics } = parse(text, { dialect: 'legacy' })
      assert.ok(ast !== null, diagnostics.map(({ message }) => message).join('\n'))
      assert.equal(print(ast), [...legs!, ...period!].join(' '))
    })
  }

  for (const { because, text, codes } of commands.filter((command) => !command.accepted)) {
    test(`rejects ${because}`, () => {
      assert.equal(parse(text, { dialect: 'legacy' }).ast, null)
      assert.deepEqual(errorCodes(text, 'legacy'), codes)
    })
  }

  test('means the same in the default dialect, tickers at odds with it excepted', () => {
    for (const { because, text, inDefaultDialect } of accepted) {
      const program = parse(text).ast
      if (inDefaultDialect !== undefined) assert.deepEqual(errorCodes(text, 'default'), [inDefaultDialect], because)
      else assert.ok(program !== null && equalPrograms(program, parse(text, { dialect: 'legacy' }).ast!), because)
    }
  })

  test('means the same in the default dialect for random commands', () => {
    fc.assert(
      fc.property(legacyCommands, (text) => {
        const legacy = parse(text, { dialect: 'legacy' }).ast
        const program = parse(text).ast
        assert.ok(legacy !== null && program !== null && equalPrograms(legacy, program))
      }),
    )
  })
})

const ticker = fc.stringMatching(/^[A-Z0-9]([A-Z0-9.-]{0,8}[A-Z0-9])?$/)
const space = fc.constantFrom(' ', '  ', '\t', '\n', '\r\n', '\u00a0', '\u3000', '\u001c')
const day = fc.integer({ min: dayNumber(1, 1, 1), max: dayNumber(9999, 12, 31) }).map(isoDate)
const unpadded = (date: string) => date.replaceAll(/-0/g, '-')

/** Up to ten legs whose whole weights sum to 100, two dates in order, odd white space. */
const legacyCommands = fc
  .record({
    tickers: fc.uniqueArray(ticker, { minLength: 1, maxLength: 10 }),
    cuts: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 9, maxLength: 9 }),
    sides: fc.array(fc.constantFrom('L', 'S'), { minLength: 10, maxLength: 10 }),
    days: fc.uniqueArray(day, { minLength: 2, maxLength: 2 }),
    form: fc.record({ pad: fc.nat(3), short: fc.boolean(), spaces: fc.array(space, { minLength: 12, maxLength: 12 }) }),
  })
  .map(({ tickers, cuts, sides, days, form }) => {
    const bounds = [0, ...cuts.slice(0, tickers.length - 1).toSorted((a, b) => a - b), 100]
    const weight = (i: number) => String(bounds[i + 1]! - bounds[i]!).padStart(form.pad, '0')
    const legs = tickers.map((symbol, i) => `${symbol}-${sides[i]}-${weight(i)}%`)
    const dates = days.toSorted().map((date) => (form.short ? unpadded(date) : date))
    return [...legs, ...dates].map((token, i) => token + form.spaces[i]!).join('')
  })
