import { finite } from './finite.ts'
import type { Metric } from './metric.ts'
import { benchmarkNeeds } from './needs.ts'
import { sharpeMetric } from './sharpe-ratio.ts'
import { volatility } from './volatility.ts'

/**
 * Yearly return the portfolio would have had at the benchmark's volatility: sharpe·vol_b + rf. Also called M².
 *
 * Source: F. Modigliani, L. Modigliani, "Risk-adjusted performance", Journal of Portfolio Management 23, 1997.
 *
 * ```ts
 * assert.equal(modiglianiMeasure({ sharpe: 0.5, benchmarkVolatility: 0.25, riskFree: 0.125 }), 0.25)
 * ```
 */
export function modiglianiMeasure({ sharpe, benchmarkVolatility, riskFree }: ModiglianiParts): number | null {
  return finite(sharpe * benchmarkVolatility + riskFree)
}

export interface ModiglianiParts {
  /** Annualized. */
  sharpe: number
  /** Annualized, as a fraction. */
  benchmarkVolatility: number
  /** Per year, as a fraction. */
  riskFree: number
}

export const modiglianiMetric: Metric<'m2'> = {
  definition: {
    id: 'm2',
    name: 'M²',
    plainName: 'return at the benchmark’s risk',
    group: 'benchmark',
    unit: 'percent',
    meaning:
      'The yearly return if cash or borrowing had brought the portfolio to the same volatility as the benchmark. Compare it with the benchmark’s return.',
    formula: 'Sharpe · volatility of b + rf',
    undefinedWhen: 'No benchmark, fewer than 2 returns, returns that do not vary, or a ruined run.',
    source: 'F. Modigliani, L. Modigliani, Risk-adjusted performance, Journal of Portfolio Management, 1997',
  },
  needs: benchmarkNeeds,
  compute: (context) => {
    const sharpe = context.value(sharpeMetric)
    const benchmarkVolatility = volatility(context.benchmarkReturns(), context.run.periodsPerYear)
    if (sharpe === null || benchmarkVolatility === null) return null
    return modiglianiMeasure({ sharpe, benchmarkVolatility, riskFree: context.annualRiskFree() })
  },
  otherwise: 'the returns do not vary',
}
