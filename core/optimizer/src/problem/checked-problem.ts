import { argumentOf, partOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import { checkedCovariance } from '../covariance/checked-covariance.ts'
import { checkedRows } from './checked-rows.ts'
import type { CheckedRow } from './checked-rows.ts'
import { definiteCovariance } from '../covariance/definite-covariance.ts'
import type { PsdPolicy } from '../covariance/repaired-covariance.ts'
import { assetField, finiteArray, perAsset } from '../asset-numbers.ts'
import type { AssetField } from '../asset-numbers.ts'
import type { Problem } from './problem.ts'
import { checkLabels } from '../asset-names.ts'
import { fromZero, numberParameter } from '../parameters.ts'

/** A problem in which everything is written out and nothing needs to be checked any more. */
export interface CheckedProblem {
  n: number
  name: (asset: number) => string
  covariance: Float64Array
  /** Smallest eigenvalue before and after, where the covariance is a repaired one. */
  repaired: { before: number; after: number } | null
  expectedReturns: Float64Array | null
  lower: Float64Array
  upper: Float64Array
  rows: readonly CheckedRow[]
  grossExposure: number | null
  turnover: { from: Float64Array; max: number } | null
  costs: { from: Float64Array; rate: Float64Array } | null
  l2: Float64Array | null
}

const fields: readonly (keyof Problem)[] = [
  'assets',
  'expectedReturns',
  'covariance',
  'bounds',
  'budget',
  'rows',
  'groups',
  'grossExposure',
  'turnover',
  'costs',
  'l2',
]

/**
 * Checks a problem whole.
 *
 * @param psd what to do about negative eigenvalues of the covariance
 * @throws OptimizerInputError for the first rule that is broken, naming field, position and asset
 */
export function checkedProblem(problem: Problem, psd?: PsdPolicy): CheckedProblem {
  const { assets: labels } = argumentOf('problem', problem, fields)
  const data = checkedCovariance(problem.covariance, labels)
  const { n } = problem.covariance
  checkLabels(labels, n)
  const field = assetField(n, labels)
  const bounds = problem.bounds === undefined ? {} : partOf('bounds', problem.bounds, ['lower', 'upper'])
  const lower = perAsset('bounds.lower', bounds.lower ?? 0, { ...field, infinite: -Infinity })
  const upper = perAsset('bounds.upper', bounds.upper ?? 1, { ...field, infinite: Infinity })
  checkBounds(lower, upper, field.name)
  const { expectedReturns, l2 } = problem
  const { data: covariance, repaired } = definiteCovariance(problem.covariance, data, psd)
  return {
    n,
    name: field.name,
    covariance,
    repaired,
    expectedReturns: expectedReturns === undefined ? null : finiteArray('expectedReturns', expectedReturns, field),
    lower,
    upper,
    rows: checkedRows(problem, field),
    grossExposure: atLeastZero('grossExposure', problem.grossExposure),
    turnover: checkedTurnover(problem.turnover, field),
    costs: checkedCosts(problem.costs, field),
    l2: l2 === undefined ? null : checkedPenalty(l2, field),
  }
}

function checkedTurnover(turnover: Problem['turnover'], field: AssetField): CheckedProblem['turnover'] {
  if (turnover === undefined) return null
  const { from, max } = partOf('turnover', turnover, ['from', 'max'])
  return { from: finiteArray('turnover.from', from, field), max: numberParameter('turnover.max', max, fromZero) }
}

function checkedCosts(costs: Problem['costs'], field: AssetField): CheckedProblem['costs'] {
  if (costs === undefined) return null
  const { from, rate } = partOf('costs', costs, ['from', 'rate'])
  return { from: finiteArray('costs.from', from, field), rate: perAsset('costs.rate', rate, { ...field, least: 0 }) }
}

/** Less is lost beside everything else, and what it divides overflows. */
const leastPenalty = 1e-290

function checkedPenalty(given: NonNullable<Problem['l2']>, field: AssetField): Float64Array {
  const l2 = perAsset('l2', given, { ...field, least: 0 })
  const index = l2.findIndex((value) => value > 0 && value < leastPenalty)
  if (index < 0) return l2
  const asset = field.name(index)
  const message = `l2 of ${asset} must be 0 or at least ${leastPenalty}, got ${l2[index]}`
  throw new OptimizerInputError('out_of_range', message, { field: 'l2', index, asset })
}

function checkBounds(lower: Float64Array, upper: Float64Array, name: (asset: number) => string): void {
  const index = lower.findIndex((value, asset) => value > upper[asset]!)
  if (index < 0) return
  const message = `bounds of ${name(index)} must leave room, got lower ${lower[index]} above upper ${upper[index]}`
  throw new OptimizerInputError('bounds_crossed', message, { field: 'bounds', index, asset: name(index) })
}

function atLeastZero(field: string, value: number | undefined): number | null {
  if (value === undefined) return null
  return numberParameter(field, value, fromZero)
}
