import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { measure } from './measure.ts'
import type { MeasuredRun } from './measured-run.ts'
import { metricIds } from './metrics.ts'

/** Values within many orders of magnitude, constant, tiny, huge or ending at zero; a session every one to forty days. */
const value = fc.oneof(
  fc.constantFrom(1, 1, 0.5, 1e-300, 1e-9, 1e9, 1e300, 5e-324, Number.MAX_VALUE),
  fc.double({ min: 0.5, max: 2, noNaN: true }),
)
const anyPath = fc.array(value, { maxLength: 40 })
const steps = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 40, maxLength: 40 })
const flow = fc.record({ session: fc.nat(), amount: fc.constantFrom(-1, -0.1, 0, 0.1, 1, 1e9) })
const anyRun = fc.record({
  path: anyPath,
  other: anyPath,
  gaps: steps,
  rate: fc.constantFrom(-0.1, 0, 0.05, 1),
  ruined: fc.boolean(),
  flows: fc.array(flow, { maxLength: 4 }),
})

function days(gaps: readonly number[], sessions: number): Int32Array {
  const result = [18_000]
  for (let i = 1; i < sessions; i++) result.push(result.at(-1)! + gaps[i - 1]!)
  return Int32Array.from(result)
}

/** An index whose returns are those of markets, in hundredths of a percent. */
const marketPath = fc.array(fc.integer({ min: -1500, max: 1500 }), { minLength: 5, maxLength: 80 }).map((points) => {
  const index = new Float64Array(points.length + 1).fill(1)
  for (const [i, point] of points.entries()) index[i + 1] = index[i]! * (1 + point / 10_000)
  return index
})

function marketRun(index: Float64Array, benchmark: Float64Array | null): MeasuredRun {
  return {
    index,
    days: Int32Array.from(index, (_, i) => 18_000 + i + 2 * Math.floor(i / 5)),
    periodsPerYear: 252,
    riskFree: 0.02,
    benchmark,
    exposure: null,
    tradedShare: 0,
    flows: [],
    ruined: false,
    trials: null,
  }
}

const near = (actual: number | null, expected: number, tolerance = 1e-9): void =>
  assert.ok(actual !== null && Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`)

describe('measures', () => {
  test('are finite or null with a reason, whatever the run', () => {
    fc.assert(
      fc.property(anyRun, ({ path, other, gaps, rate, ruined, flows }) => {
        const index = Float64Array.of(1, ...path)
        if (ruined) index[index.length - 1] = index.length === 1 ? 1 : 0
        const sessions = index.length
        const exposure = index.map((level) => Math.min(level, 10) - 1)
        const { values, reasons, flags } = measure({
          index,
          days: days(gaps, sessions),
          periodsPerYear: 252,
          riskFree: rate,
          benchmark: other.length < path.length ? null : Float64Array.of(1, ...other.slice(0, path.length)),
          exposure: { gross: exposure, net: exposure, cash: exposure },
          tradedShare: path[0] ?? 0,
          flows: flows.map(({ session, amount }) => ({ session: session % sessions, amount })),
          ruined,
          trials: [0.1, null, ...path],
        })
        for (const id of metricIds) {
          assert.ok(values[id] === null || Number.isFinite(values[id]), `${id} is ${values[id]}`)
          assert.equal(typeof reasons[id], values[id] === null ? 'string' : 'undefined', id)
          assert.ok(!Object.is(values[id], -0), `${id} is -0`)
        }
        assert.equal(
          flags.cagr === 'short',
          values.cagr !== null && gaps.slice(0, sessions - 1).reduce((sum, gap) => sum + gap, 0) < 365,
        )
      }),
    )
  })

  test('of a portfolio that is its benchmark: beta 1, alpha 0, tracking error 0, R² 1, capture 1', () => {
    fc.assert(
      fc.property(marketPath, (index) => {
        const { values } = measure(marketRun(index, index))
        assert.equal(values.te, 0)
        assert.equal(values.ir, null)
        if (values.beta === null) return
        near(values.beta, 1)
        near(values.alpha, 0)
        near(values.r2, 1)
        for (const id of ['capture_up', 'capture_down', 'capture_up_daily', 'capture_down_daily'] as const) {
          if (values[id] !== null) assert.equal(values[id], 1)
        }
      }),
    )
  })

  test('match portfolio and benchmark by date: a benchmark shifted by one session has another beta', () => {
    const index = Float64Array.of(1, 1.02, 1.01, 1.05, 1.03, 1.04, 1.01)
    const shifted = Float64Array.of(1, 1, 1.02, 1.01, 1.05, 1.03, 1.04)
    near(measure(marketRun(index, index)).values.beta, 1)
    assert.ok(Math.abs(measure(marketRun(index, shifted)).values.beta! - 1) > 0.5)
  })

  test('do not depend on the scale of the index', () => {
    fc.assert(
      fc.property(marketPath, marketPath, (index, other) => {
        const sessions = Math.min(index.length, other.length)
        const run = marketRun(index.slice(0, sessions), other.slice(0, sessions))
        const scaled = measure({
          ...run,
          index: run.index.map((level) => level * 1024),
          benchmark: run.benchmark!.map((level) => level / 8),
        })
        assert.deepEqual(scaled, measure(run))
      }),
    )
  })

  test('hold the drawdown within 0..1 and money-weighted equal to yearly growth without flows', () => {
    fc.assert(
      fc.property(marketPath, (index) => {
        const { values } = measure(marketRun(index, null))
        assert.ok(values.max_drawdown! >= 0 && values.max_drawdown! <= 1)
        assert.equal(values.mwr, values.cagr)
        assert.equal(values.twr, values.total_return)
      }),
    )
  })

  test('of the strategy do not change with flows; the money-weighted return does', () => {
    const index = Float64Array.of(1, 2, 1, 2)
    const run = marketRun(index, null)
    const withFlow = measure({ ...run, flows: [{ session: 1, amount: 5 }] })
    const without = measure(run)
    for (const id of metricIds) {
      if (id !== 'mwr' && id !== 'xirr_365') assert.equal(withFlow.values[id], without.values[id], id)
    }
    // Five put in at the top of a swing that only regains it: growth per year stays below the strategy's.
    assert.ok(withFlow.values.mwr! < without.values.mwr!)
  })
})
