import { mean } from '@portofino/numeric'
import { finite } from './finite.ts'
import { pairedCount } from './joint-moments.ts'
import type { Metric, RunContext } from './metric.ts'
import { benchmarkNeeds } from './needs.ts'

/** Whether to look at the periods in which the benchmark rose or at those in which it fell. */
export type MarketDirection = 'up' | 'down'

/** Returns of portfolio and benchmark, matched by date; shape [n] each. */
type Returns = readonly [portfolio: Float64Array, benchmark: Float64Array]

/**
 * Geometric mean return over the periods in which the benchmark rose (or fell), divided by the benchmark's own.
 *
 * Null when it never rose (or fell).
 *
 * Source: Morningstar, "Upside/Downside Capture Ratio", methodology, on months.
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(captureRatio([portfolio, benchmark], 'up')?.toFixed(8), '1.66722248')
 * assert.equal(captureRatio([portfolio, benchmark], 'down'), 1)
 * ```
 *
 * @throws RangeError when the two differ in length
 */
export function captureRatio(returns: Returns, market: MarketDirection): number | null {
  return quotient(returns, { market, average: geometricMean })
}

/**
 * Arithmetic mean return over the periods in which the benchmark rose (or fell), divided by the benchmark's own.
 *
 * Null when it never rose (or fell).
 *
 * ```ts
 * const portfolio = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * const benchmark = Float64Array.of(0.01, -0.01, 0.02, -0.02)
 * assert.equal(meanCaptureRatio([portfolio, benchmark], 'up')?.toFixed(8), '1.66666667')
 * ```
 *
 * @throws RangeError when the two differ in length
 */
export function meanCaptureRatio(returns: Returns, market: MarketDirection): number | null {
  return quotient(returns, { market, average: mean })
}

export const upCaptureMetric: Metric<'capture_up'> = metric({ id: 'capture_up', market: 'up', noun: 'month' })
export const downCaptureMetric: Metric<'capture_down'> = metric({ id: 'capture_down', market: 'down', noun: 'month' })
export const dailyUpCaptureMetric: Metric<'capture_up_daily'> = metric({ id: 'capture_up_daily', market: 'up', noun: 'day' })
export const dailyDownCaptureMetric: Metric<'capture_down_daily'> = metric({
  id: 'capture_down_daily',
  market: 'down',
  noun: 'day',
})

function quotient([portfolio, benchmark]: Returns, { market, average }: Averaging): number | null {
  pairedCount([portfolio, benchmark])
  const own = average(chosen(portfolio, { benchmark, market }))
  const reference = average(chosen(benchmark, { benchmark, market }))
  return own === null || reference === null ? null : finite(own / reference)
}

interface Averaging {
  market: MarketDirection
  /** Null for no values. */
  average: (values: Float64Array) => number | null
}

/** The returns of the periods in which the benchmark rose (or fell). */
function chosen(
  returns: Float64Array,
  { benchmark, market }: { benchmark: Float64Array; market: MarketDirection },
): Float64Array {
  const sign = market === 'up' ? 1 : -1
  const result = new Float64Array(returns.length)
  let count = 0
  for (let i = 0; i < returns.length; i++) if (benchmark[i]! * sign > 0) result[count++] = returns[i]!
  return result.subarray(0, count)
}

function geometricMean(returns: Float64Array): number | null {
  const growth = mean(returns.map(Math.log1p))
  return growth === null ? null : Math.expm1(growth)
}

interface Row<Id extends string> {
  id: Id
  market: MarketDirection
  noun: 'month' | 'day'
}

function metric<Id extends string>({ id, market, noun }: Row<Id>): Metric<Id> {
  const isMonthly = noun === 'month'
  const rose = market === 'up' ? 'rose' : 'fell'
  const pair = (context: RunContext): Returns =>
    isMonthly ? [context.monthReturns(), context.benchmarkMonthReturns()] : [context.returns(), context.benchmarkReturns()]
  const sign = market === 'up' ? 'above' : 'below'
  return {
    definition: {
      id,
      name: `${market === 'up' ? 'Up' : 'Down'} capture${isMonthly ? '' : ', daily'}`,
      plainName: `share taken of the benchmark’s ${market === 'up' ? 'gains' : 'losses'}`,
      group: 'benchmark',
      unit: 'percent',
      meaning: `The portfolio's average return in ${noun}s in which the benchmark ${rose}, as a share of the benchmark's. ${market === 'up' ? 'Above' : 'Below'} 100% is better.`,
      formula: `${isMonthly ? 'geometric' : 'arithmetic'} mean of r over that of b, ${noun}s with b ${sign} 0`,
      undefinedWhen: `No benchmark, fewer than 2 returns, no ${noun} in which the benchmark ${rose}, or a ruined run.`,
      source: isMonthly ? 'Morningstar, Upside/Downside Capture Ratio, methodology' : null,
    },
    needs: benchmarkNeeds,
    compute: (context) => (isMonthly ? captureRatio : meanCaptureRatio)(pair(context), market),
    otherwise: `the benchmark ${rose} in no ${noun}`,
  }
}
