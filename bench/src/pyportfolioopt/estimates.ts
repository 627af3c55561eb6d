import {
  arithmeticExpectedReturns,
  blackLitterman,
  capmExpectedReturns,
  compoundExpectedReturns,
  equilibriumExpectedReturns,
  ewmaCovariance,
  ewmaExpectedReturns,
  hierarchicalRiskParity,
  ledoitWolfCovariance,
  logarithmicExpectedReturns,
  marketRiskAversion,
  oasCovariance,
  repairedCovariance,
  returnsFromPrices,
  sampleCovariance,
} from '@portofino/optimizer'
import type { DenseCovariance, Returns } from '@portofino/optimizer'
import type { Given } from './given.ts'

/** Figures by the name of the other library's call. */
export type Figures = Record<string, ArrayLike<number>>

export const yearly = { periodsPerYear: 252 }
const pairwise = { ...yearly, nan: 'pairwise' } as const
const compat = { ...yearly, compat: 'pyportfolioopt' } as const

export function returnsOf(assets: readonly string[], rows: readonly (readonly (number | null)[])[]): Returns {
  const data = Float64Array.from(rows.flat(), (price) => price ?? NaN)
  return returnsFromPrices({ kind: 'prices', t: rows.length, n: assets.length, data, assets })
}

/** Expected returns and covariances as the other library defines them: here that is said by name. */
export function estimates({ assets, prices, gaps, market, indefinite }: Given): Figures {
  const returns = returnsOf(assets, prices)
  const withGaps = returnsOf(assets, gaps)
  const ofMarket = returnsOf(
    ['market'],
    market.map((price) => [price]),
  ).data
  const covariances = {
    sample_cov: sampleCovariance(returns, yearly),
    'sample_cov with gaps': sampleCovariance(withGaps, pairwise),
    exp_cov: ewmaCovariance(returns, { ...yearly, span: 180 }),
    'exp_cov with gaps': ewmaCovariance(withGaps, { ...pairwise, span: 180 }),
    'ledoit_wolf, constant_variance': ledoitWolfCovariance(returns, { ...yearly, target: 'constant_variance' }),
    'ledoit_wolf, single_factor': ledoitWolfCovariance(returns, { ...yearly, target: 'single_factor' }),
    'ledoit_wolf, constant_correlation': ledoitWolfCovariance(returns, { ...compat, target: 'constant_correlation' }),
    'ledoit_wolf, constant_variance with gaps': ledoitWolfCovariance(withGaps, { ...compat, target: 'constant_variance' }),
    'ledoit_wolf, constant_correlation with gaps': ledoitWolfCovariance(withGaps, { ...compat, target: 'constant_correlation' }),
    oracle_approximating: oasCovariance(returns, compat),
    'fix_nonpositive_semidefinite, spectral': repairedCovariance(
      { kind: 'dense', n: 3, data: Float64Array.from(indefinite.flat()) },
      'clip',
    ),
  }
  const ewma = { span: 500 }
  return {
    returns_from_prices: returns.data,
    mean_historical_return: compoundExpectedReturns(returns, yearly).expectedReturns,
    'mean_historical_return, arithmetic': arithmeticExpectedReturns(returns, yearly).expectedReturns,
    'mean_historical_return, arithmetic, log returns': logarithmicExpectedReturns(returns, yearly).expectedReturns,
    'mean_historical_return with gaps': compoundExpectedReturns(withGaps, pairwise).expectedReturns,
    ema_historical_return: ewmaExpectedReturns(returns, { ...yearly, ...ewma, annualization: 'compound' }).expectedReturns,
    'ema_historical_return with gaps': ewmaExpectedReturns(withGaps, { ...pairwise, ...ewma, annualization: 'arithmetic' })
      .expectedReturns,
    capm_return: capmExpectedReturns(returns, { ...yearly, riskFree: 0.02, annualization: 'compound', market: ofMarket })
      .expectedReturns,
    'capm_return without a market': capmExpectedReturns(returns, { ...yearly, riskFree: 0, annualization: 'arithmetic' })
      .expectedReturns,
    market_implied_risk_aversion: [marketRiskAversion(ofMarket, { ...yearly, riskFree: 0.02 }).riskAversion],
    ...Object.fromEntries(Object.entries(covariances).map(([name, { covariance }]) => [name, covariance.data])),
  }
}

/** Views and clusters. */
export function combinations({ assets, prices, market_weights, pick, said, confidences }: Given): Figures {
  const returns = returnsOf(assets, prices)
  const { covariance } = sampleCovariance(returns, yearly)
  const weights = Float64Array.from(market_weights)
  const prior = equilibriumExpectedReturns({ covariance, weights, riskAversion: 2.5, riskFree: 0.02 })
  const views = pick.map((row, k) => ({
    assets: Object.fromEntries(assets.map((asset, i) => [asset, row[i]!])),
    value: said[k]!,
  }))
  const plain = posterior(prior, covariance, { assets, views })
  const sure = posterior(prior, covariance, {
    assets,
    views: views.map((view, k) => ({ ...view, confidence: confidences[k]! })),
  })
  return {
    market_implied_prior_returns: prior,
    bl_returns: plain.expectedReturns,
    bl_cov: plain.covariance.data,
    bl_weights: plain.weights,
    'bl_returns, idzorek': sure.expectedReturns,
    'bl_cov, idzorek': sure.covariance.data,
    'HRPOpt.optimize': clustered(returns, 'single'),
    'HRPOpt.optimize, ward': clustered(returns, 'ward'),
  }
}

function posterior(prior: Float64Array, covariance: DenseCovariance, options: Parameters<typeof blackLitterman>[2]) {
  const outcome = blackLitterman(prior, covariance, options)
  if (outcome.status !== 'optimal' || outcome.implied.status !== 'optimal') throw new Error(`Cannot compare: ${outcome.status}`)
  return { ...outcome.posterior, weights: outcome.implied.weights }
}

function clustered(returns: Returns, linkage: 'single' | 'ward'): Float64Array {
  const outcome = hierarchicalRiskParity(returns, { linkage })
  if (outcome.status !== 'optimal') throw new Error(`Cannot compare: ${outcome.status}`)
  return outcome.weights
}
