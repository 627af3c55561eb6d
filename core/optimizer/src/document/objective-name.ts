/** Objectives over a whole problem, with its limits. */
export const meanVarianceNames = [
  'min_volatility',
  'efficient_return',
  'efficient_risk',
  'max_utility',
  'max_sharpe',
  'target_sharpe',
  'min_tracking_error',
  'frontier',
] as const
/** Weights by a rule, without limits; and shares for weights. */
const ruleNames = [
  'risk_budgeting',
  'hrp',
  'inverse_volatility',
  'inverse_variance',
  'equal_weight',
  'discrete_allocation',
] as const

export type MeanVarianceName = (typeof meanVarianceNames)[number]
export type RuleName = (typeof ruleNames)[number]
/** What a document may ask for. */
export type ObjectiveName = MeanVarianceName | RuleName | 'black_litterman'

/** In the order in which they are listed to people. */
export const objectiveNames: readonly ObjectiveName[] = [...meanVarianceNames, ...ruleNames, 'black_litterman']
