import {
  arithmeticExpectedReturns,
  bayesSteinExpectedReturns,
  capmExpectedReturns,
  compoundExpectedReturns,
  equilibriumExpectedReturns,
  ewmaCovariance,
  ewmaExpectedReturns,
  jamesSteinExpectedReturns,
  ledoitWolfCovariance,
  logarithmicExpectedReturns,
  marketRiskAversion,
  oasCovariance,
  OptimizerInputError,
  sampleCovariance,
} from '@portofino/optimizer'
import type { CovarianceEstimate, DenseCovariance } from '@portofino/optimizer'
import type { LegReturns } from './leg-returns.ts'

/** How expected returns may be estimated, by name. */
export const returnModels = ['arithmetic', 'cagr', 'log', 'ewma', 'capm', 'james_stein', 'bayes_stein', 'equilibrium'] as const
/** How a covariance may be estimated, by name. */
export const riskModels = [
  'sample',
  'ewma',
  'ledoit_wolf_constant_variance',
  'ledoit_wolf_constant_correlation',
  'ledoit_wolf_single_factor',
  'oas',
] as const

export type ReturnModel = (typeof returnModels)[number]
export type RiskModel = (typeof riskModels)[number]

export interface EstimateModels {
  /** Default `arithmetic`. */
  returns?: ReturnModel | undefined
  /** Default `sample`. */
  risk?: RiskModel | undefined
  /** Of the `ewma` models, in sessions. */
  span?: number | undefined
}

/** Annual estimates; rows with a gap are left out. */
export interface Estimates {
  returns: ReturnModel
  risk: RiskModel
  /** Shape [n]. */
  expectedReturns: Float64Array
  covariance: DenseCovariance
  /** Returns of each asset that were used. */
  rows: number
  /** Weight of the target of a shrunk covariance, and of what means are drawn to. */
  riskIntensity: number | null
  returnsIntensity: number | null
  /** Whose returns a model of the market took as the market's: those of one instrument, of all alike, or of the weights as written. */
  market: 'benchmark' | 'mean' | 'written' | null
  /** δ, of `equilibrium`. */
  riskAversion: number | null
}

export interface EstimateSample extends Pick<LegReturns, 'returns' | 'written' | 'market'> {
  periodsPerYear: number
  /** Needed by `capm` and `equilibrium`. */
  riskFree: number | null
}

/** @throws OptimizerInputError for too few returns, and for what a model lacks */
export function estimatesOf(sample: EstimateSample, models: EstimateModels): Estimates {
  const { returns = 'arithmetic', risk = 'sample' } = models
  const estimate = covarianceBy(risk, sample, models)
  const { covariance, rows } = estimate
  const means = expectedReturnsBy(returns, { ...sample, covariance }, models)
  return {
    returns,
    risk,
    covariance,
    expectedReturns: means.expectedReturns,
    rows: rows.reduce((least, count) => Math.min(least, count)),
    riskIntensity: estimate.intensity ?? null,
    returnsIntensity: means.intensity ?? null,
    market: marketOf(returns, sample),
    riskAversion: means.riskAversion ?? null,
  }
}

function marketOf(model: ReturnModel, { market }: EstimateSample): Estimates['market'] {
  if (model !== 'capm' && model !== 'equilibrium') return null
  return market !== null ? 'benchmark' : model === 'capm' ? 'mean' : 'written'
}

const nan = 'complete' as const

function covarianceBy(
  model: RiskModel,
  { returns, periodsPerYear }: EstimateSample,
  models: EstimateModels,
): CovarianceEstimate & { intensity?: number } {
  const options = { periodsPerYear, nan }
  switch (model) {
    case 'sample':
      return sampleCovariance(returns, options)
    case 'ewma':
      return ewmaCovariance(returns, { ...options, span: spanOf(models) })
    case 'oas':
      return oasCovariance(returns, options)
    case 'ledoit_wolf_constant_variance':
      return ledoitWolfCovariance(returns, { ...options, target: 'constant_variance' })
    case 'ledoit_wolf_constant_correlation':
      return ledoitWolfCovariance(returns, { ...options, target: 'constant_correlation' })
    default:
      return ledoitWolfCovariance(returns, { ...options, target: 'single_factor' })
  }
}

interface Means {
  expectedReturns: Float64Array
  intensity?: number
  riskAversion?: number
}

function expectedReturnsBy(
  model: ReturnModel,
  sample: EstimateSample & { covariance: DenseCovariance },
  models: EstimateModels,
): Means {
  const { returns, periodsPerYear } = sample
  const options = { periodsPerYear, nan }
  switch (model) {
    case 'arithmetic':
      return arithmeticExpectedReturns(returns, options)
    case 'cagr':
      return compoundExpectedReturns(returns, options)
    case 'log':
      return logarithmicExpectedReturns(returns, options)
    case 'ewma':
      return ewmaExpectedReturns(returns, { ...options, span: spanOf(models), annualization: 'arithmetic' })
    case 'james_stein':
      return jamesSteinExpectedReturns(returns, options)
    case 'bayes_stein':
      return bayesSteinExpectedReturns(returns, options)
    case 'capm':
      return capmExpectedReturns(returns, {
        ...options,
        riskFree: rateOf(sample),
        annualization: 'arithmetic',
        market: sample.market ?? undefined,
      })
    default:
      return equilibrium(sample)
  }
}

/** Returns for which the weights as written would be the market's, whose returns are the benchmark's or their own. */
function equilibrium(sample: EstimateSample & { covariance: DenseCovariance }): Means {
  const { covariance, written: weights, periodsPerYear } = sample
  const riskFree = rateOf(sample)
  const { riskAversion } = marketRiskAversion(sample.market ?? writtenReturns(sample), { riskFree, periodsPerYear, nan })
  return { expectedReturns: equilibriumExpectedReturns({ covariance, weights, riskAversion, riskFree }), riskAversion }
}

function writtenReturns({ returns: { t, n, data }, written }: EstimateSample): Float64Array {
  return Float64Array.from({ length: t }, (_, row) =>
    written.reduce((total, weight, asset) => total + weight * data[row * n + asset]!, 0),
  )
}

function spanOf({ span }: EstimateModels): number {
  if (span !== undefined) return span
  throw new OptimizerInputError('missing_field', 'estimates.span must be given: the sessions that an ewma model looks back', {
    field: 'estimates.span',
  })
}

function rateOf({ riskFree }: EstimateSample): number {
  if (riskFree !== null) return riskFree
  const message = 'risk_free must be given: the models capm and equilibrium start from it; rf=2% in the command gives it too'
  throw new OptimizerInputError('missing_field', message, { field: 'risk_free' })
}
