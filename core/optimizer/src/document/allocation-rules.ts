import { linkages } from '../clustering/linked-distance.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { discreteAllocation } from '../discrete-allocation/discrete-allocation.ts'
import type { Returns } from '../estimators/returns.ts'
import { hierarchicalRiskParity } from '../hierarchical-risk-parity/hierarchical-risk-parity.ts'
import { OptimizerInputError } from '../input-error.ts'
import { riskBudgeting } from '../risk-budgeting/risk-budgeting.ts'
import { equalWeight } from '../simple-allocations/equal-weight.ts'
import { inverseVariance } from '../simple-allocations/inverse-variance.ts'
import { inverseVolatility } from '../simple-allocations/inverse-volatility.ts'
import { allocatedPortfolio, sharesDocument, volatilityOf, zeroVarianceDocument } from './allocation-document.ts'
import type { AllocationDocument, Measured } from './allocation-document.ts'
import { listOf, numbersOf } from './members.ts'
import type { Members, Universe } from './members.ts'
import type { RuleName } from './objective-name.ts'
import type { ObjectiveReader } from './objective-reader.ts'
import { labels, readCovariance, readUniverse } from './read-problem.ts'
import { assetName } from '../asset-names.ts'

type Rule = ObjectiveReader<AllocationDocument>

const fields = ['assets', 'expected_returns', 'covariance', 'ratio_risk_free']

/** Weights without limits, by rules; each with its parameters on the wire. */
export const allocationRules: Record<RuleName, Rule> = {
  risk_budgeting: { fields, params: ['budgets'], answer: riskBudgets },
  hrp: { fields: [...fields, 'returns'], params: ['linkage', 'columns', 'nan', 'periods_per_year'], answer: hierarchical },
  inverse_volatility: inverse(inverseVolatility),
  inverse_variance: inverse(inverseVariance),
  equal_weight: { fields, params: [], answer: equal },
  discrete_allocation: {
    fields: ['assets'],
    params: ['weights', 'prices', 'value', 'method', 'short_ratio', 'reinvest', 'lots', 'fee_rates', 'most_nodes'],
    answer: shares,
  },
}

function measures(document: Members, universe: Universe): Measured {
  return {
    expectedReturns: document.has('expected_returns') ? document.numbers('expected_returns', universe) : undefined,
    riskFree: document.optionalNumber('ratio_risk_free'),
  }
}

function riskBudgets(document: Members, params: Members): AllocationDocument {
  const universe = readUniverse(document)
  const budgets = params.has('budgets') ? params.numbers('budgets', universe) : undefined
  const outcome = riskBudgeting(readCovariance(document, universe), { budgets, assets: universe.assets })
  if (outcome.status === 'zeroVariance') return zeroVarianceDocument(outcome)
  if (outcome.status === 'riskless') return outcome
  const { weights, volatility, riskShares, residual, steps } = outcome.status === 'optimal' ? outcome : outcome.candidate
  const portfolio = allocatedPortfolio(weights, volatility, measures(document, universe))
  const details = { risk_shares: Array.from(riskShares), residual, steps }
  if (outcome.status === 'optimal') return { status: 'optimal', portfolio, ...details }
  return { status: 'ill_conditioned', candidate: portfolio, explanation: outcome.explanation, ...details }
}

function hierarchical(document: Members, params: Members): AllocationDocument {
  if (!document.has('returns')) params.absent(['nan', 'periods_per_year'], 'covariance is given')
  const { universe, data } = readRisk(document)
  const outcome = hierarchicalRiskParity(data, {
    linkage: params.choice('linkage', linkages),
    columns: params.flag('columns'),
    nan: params.choice('nan', ['reject', 'complete']),
    periodsPerYear: params.optionalNumber('periods_per_year'),
    assets: universe.assets,
  })
  if (outcome.status === 'zeroVariance') return zeroVarianceDocument(outcome)
  if (outcome.status === 'tooFewRows') return { ...outcome, status: 'too_few_rows' }
  if (outcome.status === 'riskless') return outcome
  const { weights, volatility, order, merges, rowsUsed } = outcome
  const portfolio = allocatedPortfolio(weights, volatility, measures(document, universe))
  return { status: 'optimal', portfolio, order, merges, rows_used: rowsUsed }
}

/** A covariance, or returns by rows in which null is a gap. */
function readRisk(document: Members): { universe: Universe; data: DenseCovariance | Returns } {
  if (!document.has('returns')) {
    const universe = readUniverse(document)
    return { universe, data: readCovariance(document, universe) }
  }
  if (document.has('covariance')) document.absent(['returns'], 'covariance is given')
  const rows = document.list('returns')
  const assets = document.has('assets') ? readUniverse(document).assets : undefined
  const n = assets?.length ?? listOf(rows[0], 'returns[0]').length
  const data = new Float64Array(rows.length * n)
  rows.forEach((row, at) => data.set(numbersOf(row, { n, assets, field: `returns[${at}]`, blank: NaN }), at * n))
  return { universe: { n, assets }, data: { kind: 'returns', t: rows.length, n, data, ...labels({ n, assets }) } }
}

function inverse(rule: typeof inverseVariance): Rule {
  return {
    fields,
    params: [],
    answer: (document) => {
      const universe = readUniverse(document)
      const outcome = rule(readCovariance(document, universe), { assets: universe.assets })
      if (outcome.status === 'zeroVariance') return zeroVarianceDocument(outcome)
      const portfolio = allocatedPortfolio(outcome.weights, outcome.volatility, measures(document, universe))
      return { status: 'optimal', portfolio }
    },
  }
}

function equal(document: Members): AllocationDocument {
  const universe = readUniverse(document)
  const weights = equalWeight(universe.n)
  const volatility = document.has('covariance') ? volatilityOf(readCovariance(document, universe), weights) : null
  return { status: 'optimal', portfolio: allocatedPortfolio(weights, volatility, measures(document, universe)) }
}

function shares(document: Members, params: Members): AllocationDocument {
  const n = params.list('weights').length
  const assets = document.has('assets') ? readUniverse(document).assets : undefined
  const universe = { n, assets }
  if (assets !== undefined && assets.length !== n) {
    const message = `params.weights must have one number for each of the ${assets.length} assets, got ${n}`
    throw new OptimizerInputError('shape', message, { field: 'params.weights' })
  }
  const optional = (name: string): number | Float64Array | undefined =>
    params.has(name) ? params.perAsset(name, universe) : undefined
  const outcome = discreteAllocation(params.numbers('weights', universe), params.numbers('prices', universe), {
    value: params.number('value'),
    method: params.requiredChoice('method', ['greedy', 'exact']),
    shortRatio: params.optionalNumber('short_ratio'),
    reinvest: params.flag('reinvest'),
    lots: optional('lots'),
    feeRates: optional('fee_rates'),
    mostNodes: params.optionalNumber('most_nodes'),
    assets: assets ?? Array.from({ length: n }, (_, asset) => assetName(undefined, asset)),
  })
  if (outcome.status === 'optimal') return { status: 'optimal', ...sharesDocument(outcome) }
  const { candidate, gap, nodes } = outcome
  return { status: 'node_limit', candidate: sharesDocument(candidate), gap, nodes }
}
