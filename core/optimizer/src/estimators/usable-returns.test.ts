import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { OptimizerInputError } from '../input-error.ts'
import type { GapPolicy, Returns } from './returns.ts'
import { usableReturns } from './usable-returns.ts'

const requirement = { rows: 2, pairwise: true }

function tableOf(rows: number[][], assets?: string[]): Returns {
  return { kind: 'returns', t: rows.length, n: rows[0]!.length, data: Float64Array.from(rows.flat()), assets }
}

const gaps = tableOf(
  [
    [1, 2],
    [3, Number.NaN],
    [5, 6],
    [7, 8],
  ],
  ['A', 'B'],
)

/** What a refusal says. */
function refusal(action: () => unknown): Pick<OptimizerInputError, 'code' | 'field' | 'index' | 'asset' | 'message'> {
  try {
    action()
  } catch (error) {
    if (error instanceof OptimizerInputError) return error
    throw error
  }
  return assert.fail('nothing was refused')
}

describe('usableReturns', () => {
  test('demands a word about gaps, and names asset and first row', () => {
    for (const nan of [undefined, 'reject'] as const) {
      const { code, field, index, asset, message } = refusal(() => usableReturns(gaps, { periodsPerYear: 252, nan }, requirement))
      assert.deepEqual({ code, field, index, asset }, { code: 'missing_data', field: 'returns', index: 3, asset: 'B' })
      assert.match(message, /returns of B must have no gap, got one in row 1/)
    }
  })

  test('needs no word where there are no gaps', () => {
    const table = tableOf([
      [1, 2],
      [3, 4],
    ])
    assert.equal(usableReturns(table, { periodsPerYear: 252 }, requirement).data, table.data)
  })

  test('complete leaves rows out and keeps their ages', () => {
    const { t, data, ages, gaps: left } = usableReturns(gaps, { periodsPerYear: 252, nan: 'complete' }, requirement)
    assert.deepEqual([t, left], [3, false])
    assert.deepEqual(data, Float64Array.of(1, 2, 5, 6, 7, 8))
    assert.deepEqual(ages, Int32Array.of(3, 1, 0))
  })

  test('pairwise leaves gaps in', () => {
    const usable = usableReturns(gaps, { periodsPerYear: 252, nan: 'pairwise' }, requirement)
    assert.deepEqual([usable.t, usable.gaps, usable.data], [4, true, gaps.data])
  })

  test('annualized with 252 where 365 or 105120 is right: periodsPerYear has no default', () => {
    // @ts-expect-error: the type demands it
    assert.equal(refusal(() => usableReturns(gaps, { nan: 'complete' }, requirement)).field, 'periodsPerYear')
    for (const periodsPerYear of [0, -1, Number.NaN, Infinity]) {
      assert.equal(refusal(() => usableReturns(gaps, { periodsPerYear, nan: 'complete' }, requirement)).code, 'out_of_range')
    }
  })

  test('refuses what is infinite, misshapen or too short', () => {
    const cases: [Returns, GapPolicy | undefined, string][] = [
      [tableOf([[1], [Infinity]]), 'pairwise', 'not_finite'],
      [{ ...gaps, t: 3 }, 'complete', 'shape'],
      [{ ...gaps, n: 0, data: new Float64Array(0) }, undefined, 'shape'],
      [{ ...gaps, assets: ['A'] }, 'complete', 'shape'],
      [tableOf([[1]]), undefined, 'empty'],
      [
        tableOf([
          [1, Number.NaN],
          [2, 3],
        ]),
        'complete',
        'empty',
      ],
      [
        tableOf(
          [
            [1, Number.NaN],
            [2, 3],
          ],
          ['A', 'B'],
        ),
        'pairwise',
        'missing_data',
      ],
      [gaps, 'drop' as GapPolicy, 'out_of_range'],
    ]
    for (const [table, nan, code] of cases) {
      assert.equal(refusal(() => usableReturns(table, { periodsPerYear: 252, nan }, requirement)).code, code)
    }
  })

  test('an asset without any return is named', () => {
    const empty = tableOf(
      [
        [1, Number.NaN],
        [2, Number.NaN],
      ],
      ['A', 'B'],
    )
    const { code, asset } = refusal(() => usableReturns(empty, { periodsPerYear: 252, nan: 'pairwise' }, requirement))
    assert.deepEqual([code, asset], ['missing_data', 'B'])
    const none = refusal(() => usableReturns(empty, { periodsPerYear: 252, nan: 'complete' }, requirement))
    assert.deepEqual([none.code, none.asset], ['empty', 'B'])
  })

  test('refuses pairwise where complete rows are needed', () => {
    const options = { periodsPerYear: 252, nan: 'pairwise' } as const
    assert.equal(refusal(() => usableReturns(gaps, options, { rows: 2, pairwise: false })).field, 'nan')
  })
})
