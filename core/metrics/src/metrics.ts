import { alphaMetric } from './alpha.ts'
import { betaMetric } from './beta.ts'
import { calmarMetric } from './calmar-ratio.ts'
import { dailyDownCaptureMetric, dailyUpCaptureMetric, downCaptureMetric, upCaptureMetric } from './capture-ratio.ts'
import { compoundAnnualGrowthMetric } from './compound-annual-growth.ts'
import { conditionalValueAtRisk95Metric, conditionalValueAtRisk99Metric } from './conditional-value-at-risk.ts'
import { cornishFisherValueAtRisk95Metric, cornishFisherValueAtRisk99Metric } from './cornish-fisher-value-at-risk.ts'
import { correlationMetric } from './correlation.ts'
import { deflatedSharpeMetric } from './deflated-sharpe-ratio.ts'
import { excessKurtosisMetric } from './excess-kurtosis.ts'
import { exposureMetrics } from './exposure.ts'
import {
  bestDayMetric,
  bestMonthMetric,
  bestYearMetric,
  worstDayMetric,
  worstMonthMetric,
  worstYearMetric,
} from './extreme-returns.ts'
import { gainToPainMetric } from './gain-to-pain-ratio.ts'
import { informationRatioMetric } from './information-ratio.ts'
import { maximumDrawdownMetric } from './maximum-drawdown.ts'
import type { Metric } from './metric.ts'
import { modiglianiMetric } from './modigliani-measure.ts'
import { moneyWeightedReturnMetric, spreadsheetReturnMetric } from './money-weighted-return.ts'
import { monthlySharpeMetric } from './monthly-sharpe-ratio.ts'
import { normalValueAtRisk95Metric, normalValueAtRisk99Metric } from './normal-value-at-risk.ts'
import { omegaMetric } from './omega-ratio.ts'
import { payoffMetric } from './payoff-ratio.ts'
import { probabilisticSharpeMetric } from './probabilistic-sharpe-ratio.ts'
import { rSquaredMetric } from './r-squared.ts'
import { sharpeMetric } from './sharpe-ratio.ts'
import { skewnessMetric } from './skewness.ts'
import { sortinoMetric } from './sortino-ratio.ts'
import { tailRatioMetric } from './tail-ratio.ts'
import { timeUnderWaterMetric } from './time-under-water.ts'
import { timeWeightedReturnMetric } from './time-weighted-return.ts'
import { totalReturnMetric } from './total-return.ts'
import { trackingErrorMetric } from './tracking-error.ts'
import { treynorMetric } from './treynor-ratio.ts'
import { turnoverMetric } from './turnover.ts'
import { ulcerMetric } from './ulcer-index.ts'
import { ulcerPerformanceMetric } from './ulcer-performance-index.ts'
import { valueAtRisk95Metric, valueAtRisk99Metric } from './value-at-risk.ts'
import { volatilityMetric } from './volatility.ts'
import { monthlyWinRateMetric, winRateMetric, yearlyWinRateMetric } from './win-rate.ts'

/** Ids of all measures, as in results, in the order of the tearsheet. */
export const metricIds = [
  'total_return',
  'cagr',
  'volatility',
  'sharpe',
  'sharpe_monthly',
  'sortino',
  'max_drawdown',
  'time_under_water',
  'calmar',
  'ulcer',
  'upi',
  'var_95',
  'cvar_95',
  'var_99',
  'cvar_99',
  'var_normal',
  'var_cf',
  'var_normal_99',
  'var_cf_99',
  'omega',
  'tail_ratio',
  'gain_to_pain',
  'payoff',
  'win_rate',
  'win_rate_month',
  'win_rate_year',
  'best_day',
  'worst_day',
  'best_month',
  'worst_month',
  'best_year',
  'worst_year',
  'skew',
  'kurtosis',
  'psr',
  'dsr',
  'turnover',
  'exposure_gross_mean',
  'exposure_gross_max',
  'exposure_gross_last',
  'exposure_net_mean',
  'exposure_net_max',
  'exposure_net_last',
  'exposure_cash_mean',
  'exposure_cash_max',
  'exposure_cash_last',
  'twr',
  'mwr',
  'xirr_365',
  'beta',
  'alpha',
  'correlation',
  'r2',
  'te',
  'ir',
  'capture_up',
  'capture_down',
  'capture_up_daily',
  'capture_down_daily',
  'treynor',
  'm2',
] as const

export type MetricId = (typeof metricIds)[number]

/** The one list of measures; the compiler sees to it that each id has its own. */
export const metrics: { readonly [Id in MetricId]: Metric<Id> } = {
  total_return: totalReturnMetric,
  cagr: compoundAnnualGrowthMetric,
  volatility: volatilityMetric,
  sharpe: sharpeMetric,
  sharpe_monthly: monthlySharpeMetric,
  sortino: sortinoMetric,
  max_drawdown: maximumDrawdownMetric,
  time_under_water: timeUnderWaterMetric,
  calmar: calmarMetric,
  ulcer: ulcerMetric,
  upi: ulcerPerformanceMetric,
  var_95: valueAtRisk95Metric,
  cvar_95: conditionalValueAtRisk95Metric,
  var_99: valueAtRisk99Metric,
  cvar_99: conditionalValueAtRisk99Metric,
  var_normal: normalValueAtRisk95Metric,
  var_cf: cornishFisherValueAtRisk95Metric,
  var_normal_99: normalValueAtRisk99Metric,
  var_cf_99: cornishFisherValueAtRisk99Metric,
  omega: omegaMetric,
  tail_ratio: tailRatioMetric,
  gain_to_pain: gainToPainMetric,
  payoff: payoffMetric,
  win_rate: winRateMetric,
  win_rate_month: monthlyWinRateMetric,
  win_rate_year: yearlyWinRateMetric,
  best_day: bestDayMetric,
  worst_day: worstDayMetric,
  best_month: bestMonthMetric,
  worst_month: worstMonthMetric,
  best_year: bestYearMetric,
  worst_year: worstYearMetric,
  skew: skewnessMetric,
  kurtosis: excessKurtosisMetric,
  psr: probabilisticSharpeMetric,
  dsr: deflatedSharpeMetric,
  turnover: turnoverMetric,
  ...exposureMetrics,
  twr: timeWeightedReturnMetric,
  mwr: moneyWeightedReturnMetric,
  xirr_365: spreadsheetReturnMetric,
  beta: betaMetric,
  alpha: alphaMetric,
  correlation: correlationMetric,
  r2: rSquaredMetric,
  te: trackingErrorMetric,
  ir: informationRatioMetric,
  capture_up: upCaptureMetric,
  capture_down: downCaptureMetric,
  capture_up_daily: dailyUpCaptureMetric,
  capture_down_daily: dailyDownCaptureMetric,
  treynor: treynorMetric,
  m2: modiglianiMetric,
}
