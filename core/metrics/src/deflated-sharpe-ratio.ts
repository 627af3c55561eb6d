import { normalQuantile } from '@portofino/numeric'
import { finite } from './finite.ts'
import type { Metric, Need } from './metric.ts'
import { moments, type Sample } from './moments.ts'
import { ratioNeeds } from './needs.ts'
import { probabilisticSharpeRatio } from './probabilistic-sharpe-ratio.ts'

/** Sharpe ratio per period of each of K trials; null where undefined. */
export type TrialSharpes = readonly (number | null)[]

/**
 * Sharpe ratio, per period, that the best of K worthless trials is expected to reach:
 * sd·((1 − γ)Φ⁻¹(1 − 1/K) + γΦ⁻¹(1 − 1/(Ke))), sd (with n − 1) over the defined ones, γ Euler's constant.
 *
 * Null for fewer than two trials, or two defined ones.
 *
 * Source: D. H. Bailey, M. López de Prado, "The deflated Sharpe ratio", Journal of Portfolio Management 40, 2014.
 *
 * ```ts
 * assert.equal(expectedBestSharpe([0.1, 0.2, null, 0.3])?.toFixed(8), '0.10521228')
 * ```
 */
export function expectedBestSharpe(trials: TrialSharpes): number | null {
  const defined = Float64Array.from(trials.filter((sharpe) => sharpe !== null))
  if (defined.length < 2) return null
  // Φ⁻¹(1 − p) = −Φ⁻¹(p), which keeps its digits for many trials.
  const share = 1 / trials.length
  const quantiles = (1 - EULER) * normalQuantile(share) + EULER * normalQuantile(share / Math.E)
  return finite(-moments(defined).deviation * quantiles)
}

/**
 * Probability that the true Sharpe ratio is above what the best of as many worthless trials would show by luck.
 *
 * Null where the probabilistic Sharpe ratio or the expectation is.
 *
 * Source: as for `expectedBestSharpe`.
 *
 * ```ts
 * const excess = Float64Array.of(0.02, -0.01, 0.03, -0.02)
 * assert.equal(deflatedSharpeRatio(excess, [0.1, 0.2, null, 0.3])?.toFixed(8), '0.57195321')
 * ```
 *
 * @param excess returns above the risk-free ones of the trial in question, as fractions; shape [n], or their moments
 * @param trials of all K trials, this one included
 */
export function deflatedSharpeRatio(excess: Sample, trials: TrialSharpes): number | null {
  const threshold = expectedBestSharpe(trials)
  return threshold === null ? null : probabilisticSharpeRatio(excess, threshold)
}

const EULER = 0.5772156649015329

const aSweep: Need = ({ run }) => (run.trials === null ? 'a single run has no other trials' : null)

export const deflatedSharpeMetric: Metric<'dsr'> = {
  definition: {
    id: 'dsr',
    name: 'Deflated Sharpe ratio',
    plainName: 'chance that the best of many tries is not luck',
    group: 'ratio',
    unit: 'percent',
    meaning:
      'The probabilistic Sharpe ratio after allowing for the number of variants that were tried: among many, one looks good by luck.',
    formula: 'psr against h* = sd(h of K trials) · ((1 − γ) · Φ⁻¹(1 − 1/K) + γ · Φ⁻¹(1 − 1/(K · e)))',
    undefinedWhen:
      'A single run, fewer than 2 trials with a Sharpe ratio, fewer than 2 returns, returns that do not vary, or a ruined run.',
    source: 'D. H. Bailey, M. López de Prado, The deflated Sharpe ratio, Journal of Portfolio Management, 2014',
  },
  needs: [aSweep, ...ratioNeeds],
  compute: (context) => deflatedSharpeRatio(context.excessMoments(), context.run.trials ?? []),
  otherwise: 'it needs at least 2 trials with a Sharpe ratio, and returns that vary',
}
