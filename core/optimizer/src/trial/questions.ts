import type { ObjectiveName } from '../document/objective-name.ts'

interface Question {
  objective: string
  params: object
  assets: string[]
  expected_returns: number[]
  covariance: number[][]
}

/** A question that has an answer. */
export const good: Question = {
  objective: 'max_sharpe',
  params: { risk_free: 0.02 },
  assets: ['AAA', 'BBB', 'CCC'],
  expected_returns: [0.1, 0.07, 0.04],
  covariance: [
    [0.09, 0.01, 0],
    [0.01, 0.04, 0.002],
    [0, 0.002, 0.01],
  ],
}
const { covariance, assets } = good
const views = [{ assets: { AAA: 1, BBB: -1 }, value: 0.02, confidence: 0.5 }]
export const shares: object = { weights: [0.5, 0.3, 0.2], prices: [120, 45, 10], value: 1000, method: 'exact' }

/** One question of each kind. */
export const questions: Record<ObjectiveName, object> = {
  min_volatility: { ...good, objective: 'min_volatility', params: {} },
  efficient_return: { ...good, objective: 'efficient_return', params: { target_return: 0.08, sense: 'equal' } },
  efficient_risk: { ...good, objective: 'efficient_risk', params: { target_volatility: 0.15 } },
  max_utility: { ...good, objective: 'max_utility', params: { risk_aversion: 3 } },
  max_sharpe: good,
  target_sharpe: { ...good, objective: 'target_sharpe', params: { risk_free: 0.02, target: 0.34, root: 'both' } },
  min_tracking_error: { ...good, objective: 'min_tracking_error', params: { benchmark: [0.5, 0.5, 0], min_return: 0.06 } },
  frontier: { ...good, objective: 'frontier', params: {}, ratio_risk_free: 0.02 },
  risk_budgeting: { objective: 'risk_budgeting', assets, covariance, params: { budgets: [0.5, 0.25, 0.25] } },
  hrp: { objective: 'hrp', assets, covariance, params: { linkage: 'ward' } },
  inverse_volatility: { objective: 'inverse_volatility', assets, covariance, ratio_risk_free: 0.01 },
  inverse_variance: { objective: 'inverse_variance', covariance },
  equal_weight: { objective: 'equal_weight', assets },
  discrete_allocation: { objective: 'discrete_allocation', assets, params: shares },
  black_litterman: { objective: 'black_litterman', assets, covariance, params: { prior: [0.08, 0.06, 0.04], views } },
}
