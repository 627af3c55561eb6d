import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { exampleCatalog } from '../example-catalog.ts'
import { parse } from '../parser/parse.ts'
import { applyEdits } from '../parser/working-fixes.ts'
import { resolve } from './resolve.ts'
import type { ResolveResult } from './resolve.ts'

const today = dayNumber(2022, 6, 30)

function resolved(text: string, dialect: 'default' | 'legacy' = 'default'): ResolveResult {
  const { ast } = parse(text, { dialect })
  assert.ok(ast !== null)
  return resolve(ast, { today, catalog: exampleCatalog, dialect })
}

const lines = (text: string): string[] =>
  resolved(text).diagnostics.map(({ code, message, fixes }) => [code, message, ...fixes.map(({ title }) => title)].join(' / '))

describe('resolve', () => {
  test('leaves a known program as it is', () => {
    const { ast } = parse('AAPL-L-50% XLON:SHEL-S-50% 2020 2021 bench=(MSFT-L-*) rf=^GSPC')
    assert.deepEqual(resolve(ast!, { today, catalog: exampleCatalog }), { ast, diagnostics: [] })
  })

  for (const [text, ...expected] of [
    ['MSTF-L-* 2020 2021', 'E301 / unknown symbol "MSTF" / MSFT'],
    ['APPLE-L-* 2020 2021', 'E301 / unknown symbol "APPLE" / AAPL'],
    ['MICROSOFT-L-* 2020 2021', 'E301 / unknown symbol "MICROSOFT" / MSFT'],
    ['MICROSFT-L-* 2020 2021', 'E301 / unknown symbol "MICROSFT" / MSFT'],
    ['BRK.B-L-* 2020 2021', 'E301 / unknown symbol "BRK.B" / BRK-B'],
    ['GSPC-L-* 2020 2021', 'E301 / unknown symbol "GSPC" / ^GSPC'],
    ['NASDAQ:AAPL-L-* 2020 2021', 'E301 / unknown symbol "NASDAQ:AAPL" / AAPL'],
    ['QQQQQQQQ-L-* 2020 2021', 'E301 / unknown symbol "QQQQQQQQ"'],
    ['MSTF-L-* MSFT-L-* 2020 2021', 'E301 / unknown symbol "MSTF"'],
    ['SHEL-L-* 2020 2021', 'E302 / "SHEL" trades in several markets: XNYS:SHEL, XLON:SHEL / XNYS:SHEL / XLON:SHEL'],
    ['SHELL-L-* 2020 2021', 'E301 / unknown symbol "SHELL" / XNYS:SHEL / XLON:SHEL'],
    ['AAPL-L-* 2020 2021 bench=SPX rf=IRX', 'E301 / unknown symbol "SPX"', 'E301 / unknown symbol "IRX" / ^IRX'],
    ['^IRX-L-50% AAPL-L-50% 2020 2021', 'E303 / ^IRX has no prices in this period'],
    ['AAPL-L-* 2020 2021 bench=^IRX', 'E303 / ^IRX has no prices in this period'],
    ['XNAS:AAPL-L-50% AAPL-L-50% 2020 2021', 'E122 / XNAS:AAPL appears twice / XNAS:AAPL-L-100%'],
    ['AAPL-L-* 2020 2022-07-01', 'E132 / 2022-07-01 is in the future / 2022-06-30'],
    ['AAPL-L-* 2020..2022', 'E132 / 2022-12-31 is in the future / 2022-06-30'],
    ['AAPL-L-* 2023 2024', 'E132 / 2023-01-01 is in the future', 'E132 / 2024-12-31 is in the future'],
    ['AAPL-L-* 2022-06-30 2023', 'E132 / 2023-12-31 is in the future'],
    ['AAPL-L-* 2020 2022-06-30'],
  ] as const) {
    test(text, () => assert.deepEqual(lines(text), expected))
  }

  test('a yield is told from a price', () => {
    const [fault] = resolved('AAPL-L-* 2020 2021 bench=(^IRX-L-100%) rf=^IRX').diagnostics
    assert.equal(fault?.help, '^IRX holds yields in percent, not prices; write rf=^IRX')
  })

  test('every fix gives a command with fewer faults', () => {
    for (const text of [
      'MSTF-L-* 2020 2021',
      'XNAS:AAPL-L-50% AAPL-S-50% 2020 2021',
      'aple-L-50% SHEL-L-50% 2020 2022',
      'AAPL-L-* 2020 2021 bench=SHELL',
    ]) {
      const { diagnostics } = resolved(text)
      const fixes = diagnostics.flatMap((fault) => fault.fixes)
      assert.ok(fixes.length > 0)
      for (const { edits } of fixes) assert.ok(resolved(applyEdits(text, edits)).diagnostics.length < diagnostics.length)
    }
  })

  test('says where the prices come from and how to use others', () => {
    const [fault] = resolved('MSTF-L-* 2020 2021').diagnostics
    assert.equal(fault?.help, 'The source of prices is "sample". Choose another with --data.')
    assert.deepEqual([fault.span.start, fault.span.end], [0, 4])
  })

  test('the legacy dialect may look into the future', () => {
    assert.deepEqual(resolved('AAPL-L-100% 2020-01-01 2099-01-01', 'legacy').diagnostics, [])
  })
})
