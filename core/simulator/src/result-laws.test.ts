import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isoDate, parseIsoDate, tradingCalendar } from '@portofino/market'
import { resultDocument } from './document.ts'
import { seriesCsv } from './document/series-csv.ts'
import { inventedRequest } from './invented-request.ts'
import type { InventedPrices } from './invented-request.ts'
import type { SimulationResult } from './result.ts'
import { simulate } from './simulate.ts'

const first = parseIsoDate('2019-11-20')!
const options = [
  'rebalance=daily',
  'rebalance=monthly@start cost=10bps+$1',
  'rebalance=band(3%) cost=$0.01/sh slip=5bps',
  'rebalance=weekly@wed+every(9d)',
  'cash=2% margin=rf+1% rf=1%',
  'borrow=3% capital=1000',
  'bench=A',
  'bench=(A-L-60% B-S-40%) rebalance=annual',
  'late=cash rebalance=quarterly',
  'late=spread cost=20bps',
  'norm=on gross=180%',
]

/** Daily moves in percent; big ones are rare but ruin what is short or borrowed. */
const moves = fc.array(
  fc.oneof(
    { weight: 30, arbitrary: fc.integer({ min: -6, max: 6 }) },
    { weight: 1, arbitrary: fc.integer({ min: -80, max: 150 }) },
  ),
  { minLength: 40, maxLength: 150 },
)

const market = fc.record({
  calendar: fc.constantFrom('XNYS', 'everyday'),
  moves,
  listed: fc.constantFrom(0, 0, 0, 11),
  delisted: fc.option(fc.constantFrom(-1, -0.6, 0, 0.5, 3)),
})

/** Two or three legs, some short, some beside cash, some delisted, on markets that do not always open together; some are ruined. */
const results = fc
  .record({
    markets: fc.array(market, { minLength: 3, maxLength: 3 }),
    sides: fc.array(fc.constantFrom('L', 'L', 'S'), { minLength: 2, maxLength: 2 }),
    weight: fc.integer({ min: 1, max: 98 }),
    third: fc.constantFrom('$CASH-L-*', 'C-L-*', 'C-S-*'),
    option: fc.constantFrom('', ...options),
  })
  .map(({ markets, sides, weight, third, option }) => {
    const legs = `A-${sides[0]}-${weight}% B-${sides[1]}-${(99 - weight) / 2}% ${third}`
    const prices = Object.fromEntries(markets.map((each, i) => ['ABC'.charAt(i), marketPrices(each)]))
    const outcome = simulate(inventedRequest(`${legs} ${isoDate(first)} 2020-06-30 ${option}`, prices))
    return 'result' in outcome ? outcome.result : null
  })
  .filter((result) => result !== null)

function marketPrices({
  calendar,
  moves: percents,
  listed,
  delisted,
}: {
  calendar: string
  moves: number[]
  listed: number
  delisted: number | null
}): InventedPrices {
  const sessions = tradingCalendar(calendar)!.sessions(first, first + 400)
  const closes: Record<string, number> = {}
  let close = 50
  for (const [i, percent] of percents.entries()) {
    close *= 1 + percent / 100
    closes[isoDate(sessions[listed + i]!)] = close
  }
  const on = isoDate(sessions[listed + percents.length - 1]!)
  return delisted === null ? { calendar, closes } : { calendar, closes, delisting: { on, return: delisted } }
}

function holdsForEachResult(law: (result: SimulationResult) => void): void {
  fc.assert(fc.property(results, law), { numRuns: 40 })
}

function assertNear(actual: number, expected: number, scale = 1): void {
  const tolerance = 1e-12 * Math.max(1, Math.abs(expected)) * scale
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected} within ${tolerance}`)
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

describe('any result', () => {
  test('has contributions that add up to its total return', () => {
    holdsForEachResult(({ attribution, metrics, ruin }) => {
      assertNear(total(attribution.rows.map(({ contribution }) => contribution)), metrics.values.total_return!)
      assert.equal(
        attribution.rows.some(({ kind }) => kind === 'shortfall'),
        ruin !== null,
      )
    })
  })

  test('has contributions that add up to the return of each month and year', () => {
    holdsForEachResult(({ attribution, tearsheet, series }) => {
      for (const kind of ['months', 'years'] as const) {
        assert.equal(attribution[kind].length, tearsheet[kind].length)
        for (const [i, period] of attribution[kind].entries()) {
          const expected = tearsheet[kind][i]!
          const start = series.index[series.days.indexOf(expected.from)]!
          const scale = Math.max(1, 1 / start)
          assertNear(total(period.contributions), expected.return, scale)
          assertNear(period.total, expected.return, scale)
          assert.deepEqual([period.year, period.partial], [expected.year, expected.partial])
        }
      }
    })
  })

  test('has months and years that compound to its total return', () => {
    holdsForEachResult(({ tearsheet, metrics }) => {
      for (const periods of [tearsheet.months, tearsheet.years]) {
        const compounded = periods.reduce((value, period) => value * (1 + period.return), 1)
        assertNear(compounded, 1 + metrics.values.total_return!)
      }
    })
  })

  test('lists its drawdowns deepest first, up to ten, the first being the maximum drawdown', () => {
    holdsForEachResult(({ tearsheet: { drawdowns }, metrics, series }) => {
      assert.equal(drawdowns[0]?.depth ?? 0, 0 - metrics.values.max_drawdown!)
      const peaks = series.drawdown.filter((depth, t) => depth === 0 && (series.drawdown[t + 1] ?? 0) < 0)
      assert.equal(drawdowns.length, Math.min(10, peaks.length))
      const at = (day: number): number => series.index[series.days.indexOf(day)]!
      for (const [i, { peak, trough, recovery, depth }] of drawdowns.entries()) {
        assert.equal(at(trough) / at(peak) - 1, depth)
        assert.ok(depth >= (drawdowns[i - 1]?.depth ?? -1))
        assert.ok(peak < trough && (recovery === null || (recovery > trough && at(recovery) >= at(peak))))
      }
    })
  })

  test('has the best and worst returns of its metrics', () => {
    holdsForEachResult(({ tearsheet: { best, worst }, metrics: { values } }) => {
      assert.deepEqual(
        [best.day?.return, best.month?.return, best.year?.return, worst.day?.return, worst.month?.return, worst.year?.return],
        [values.best_day, values.best_month, values.best_year, values.worst_day, values.worst_month, values.worst_year],
      )
    })
  })

  test('has a symmetric matrix of correlations within −1 and 1, with ones where a column meets itself', () => {
    holdsForEachResult(({ tearsheet: { correlation } }) => {
      assert.equal(correlation.values.length, correlation.labels.length)
      for (const [i, row] of correlation.values.entries()) {
        assert.ok(row[i] === 1 || row.every((value) => value === null))
        for (const [j, value] of row.entries()) {
          assert.equal(value, correlation.values[j]![i])
          assert.ok(value === null || Math.abs(value) <= 1)
        }
      }
    })
  })

  test('has no number in its document that JSON lacks', () => {
    holdsForEachResult((result) => assertPlain(resultDocument(result, { series: true }), 'document'))
  })

  test('has a document that JSON carries unchanged', () => {
    holdsForEachResult((result) => {
      const document = resultDocument(result, { series: true })
      assert.deepEqual(JSON.parse(JSON.stringify(document)), document)
    })
  })

  test('has a CSV that reads back to the bit', () => {
    holdsForEachResult((result) => {
      const { series } = result
      const [, ...rows] = Array.from(seriesCsv(result), (line) => line.trimEnd().split(','))
      const column = (position: number): number[] => rows.map((row) => Number(row[position]))
      assert.deepEqual(
        rows.map((row) => row[0]),
        Array.from(series.days, isoDate),
      )
      assert.deepEqual(column(1), Array.from(series.value))
      assert.deepEqual(column(3).slice(1), Array.from(series.returns))
      assert.deepEqual(column(9), Array.from(series.weights[0]!, withoutSignOfZero))
    })
  })
})

function withoutSignOfZero(value: number): number {
  return value + 0
}

function assertPlain(value: unknown, path: string): void {
  if (typeof value === 'number') assert.ok(Number.isFinite(value), `${path} is ${value}`)
  else if (typeof value === 'object' && value !== null) {
    assert.ok(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype, `${path} is no plain object`)
    for (const [name, inner] of Object.entries(value)) assertPlain(inner, `${path}.${name}`)
  } else assert.ok(value === null || typeof value === 'string' || typeof value === 'boolean', `${path} is ${typeof value}`)
}
