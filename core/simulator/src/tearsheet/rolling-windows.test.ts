import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { rollingWindows } from './rolling-windows.ts'

const period = { from: 0, to: 5, requestedFrom: 0, requestedTo: 5, sessions: 6, startMovedBy: null, endMovedBy: null }

function indexOf(returns: readonly number[]): Float64Array {
  const levels = [1]
  for (const value of returns) levels.push(levels.at(-1)! * (1 + value))
  return Float64Array.from(levels)
}

/** With four sessions a year, half a year is two returns. */
function run(returns: number[], benchmarkReturns: number[] | null = null) {
  const benchmark = benchmarkReturns && {
    label: 'B',
    instruments: [],
    settlement: null,
    index: indexOf(benchmarkReturns),
    drawdown: new Float64Array(),
  }
  const days = Int32Array.from({ length: returns.length + 1 }, (_, i) => 100 + i)
  return { days, returns: Float64Array.from(returns), riskFree: 0, benchmark, period: { ...period, periodsPerYear: 4 } }
}

describe('rollingWindows', () => {
  const returns = [0.25, 0.75, -0.5, -0.5, 0.25]
  const [half, whole] = rollingWindows(run(returns))

  test('look back half a year and a year', () => {
    assert.deepEqual([half!.months, half!.sessions, whole!.months, whole!.sessions], [6, 2, 12, 4])
  })

  test('have an entry for each session with enough returns behind it', () => {
    assert.deepEqual(Array.from(half!.days), [102, 103, 104, 105])
    assert.deepEqual(Array.from(whole!.days), [104, 105])
    assert.equal(whole!.volatility.length, 2)
  })

  test('match values worked out by hand', () => {
    // Returns 0.25 and 0.75: mean 0.5, sample deviation sqrt(2 * 0.25^2); both times root 4, the first times 4 before.
    assert.ok(Math.abs(half!.volatility[0]! - Math.sqrt(0.125) * 2) < 1e-15)
    assert.ok(Math.abs(half!.sharpe[0]! - (0.5 / Math.sqrt(0.125)) * 2) < 1e-14)
  })

  test('are null where the returns do not vary', () => {
    assert.equal(half!.sharpe[2], null)
    assert.equal(half!.volatility[2], 0)
  })

  test('have a beta only with a benchmark', () => {
    assert.equal(half!.beta, null)
    const doubled = rollingWindows(run(returns, [0.125, 0.375, -0.25, -0.25, 0.125]))[0]!.beta!
    assert.ok(Math.abs(doubled[0]! - 2) < 1e-14)
    assert.equal(doubled[2], null)
  })

  test('subtract the risk-free rate from the Sharpe ratio alone', () => {
    // Above the rates the first two returns are 0.25 and 0.5.
    const [withRate] = rollingWindows({ ...run(returns), riskFree: Float64Array.of(0, 0.25, 0, 0, 0) })
    assert.ok(Math.abs(withRate!.sharpe[0]! - (0.375 / Math.sqrt(0.03125)) * 2) < 1e-14)
    assert.equal(withRate!.volatility[0], half!.volatility[0])
  })

  test('are empty in a run too short for them', () => {
    const [shortHalf, shortYear] = rollingWindows(run([0.25, 0.5]))
    assert.equal(shortHalf!.sharpe.length, 1)
    assert.deepEqual([shortYear!.sharpe, Array.from(shortYear!.days)], [[], []])
  })
})
