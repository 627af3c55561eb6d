import { OptimizerInputError } from '../input-error.ts'
import { checkedCovariance } from './checked-covariance.ts'
import { assetName, finiteArray, limits, perAsset } from './fields.ts'
import type { Group, Problem, Row, RowReference } from './problem.ts'

/** A problem in which everything is written out and nothing needs to be checked any more. */
export interface CheckedProblem {
  n: number
  name: (asset: number) => string
  covariance: Float64Array
  expectedReturns: Float64Array | null
  lower: Float64Array
  upper: Float64Array
  rows: readonly CheckedRow[]
  grossExposure: number | null
  turnover: { from: Float64Array; max: number } | null
  costs: { from: Float64Array; rate: Float64Array } | null
  l2: Float64Array | null
}

export interface CheckedRow {
  reference: RowReference
  coefficients: Float64Array
  lower: number
  upper: number
}

/**
 * Checks a problem whole.
 *
 * @throws OptimizerInputError for the first rule that is broken, naming field, position and asset
 */
export function checkedProblem(problem: Problem): CheckedProblem {
  const labels = problem.assets
  const covariance = checkedCovariance(problem.covariance, labels)
  const n = problem.covariance.n
  if (labels !== undefined) checkLabels(labels, n)
  const name = (asset: number): string => assetName(labels, asset)
  const field = { n, name }
  const lower = perAsset('bounds.lower', problem.bounds?.lower ?? 0, { ...field, infinite: -Infinity })
  const upper = perAsset('bounds.upper', problem.bounds?.upper ?? 1, { ...field, infinite: Infinity })
  checkBounds(lower, upper, name)
  return {
    ...{ n, name, covariance, lower, upper },
    expectedReturns:
      problem.expectedReturns === undefined ? null : finiteArray('expectedReturns', problem.expectedReturns, field),
    rows: [...budgetRow(problem.budget, n), ...(problem.rows ?? []).map(rowOf), ...(problem.groups ?? []).map(groupOf)],
    grossExposure: atLeastZero('grossExposure', problem.grossExposure),
    turnover:
      problem.turnover === undefined
        ? null
        : {
            from: finiteArray('turnover.from', problem.turnover.from, field),
            max: atLeastZero('turnover.max', problem.turnover.max)!,
          },
    costs:
      problem.costs === undefined
        ? null
        : {
            from: finiteArray('costs.from', problem.costs.from, field),
            rate: perAsset('costs.rate', problem.costs.rate, { ...field, least: 0 }),
          },
    l2: problem.l2 === undefined ? null : perAsset('l2', problem.l2, { ...field, least: 0 }),
  }

  function rowOf({ name: label, coefficients, lower: least, upper: most }: Row, index: number): CheckedRow {
    const place = `rows[${index}]`
    return {
      reference: { kind: 'row', name: label },
      coefficients: coefficientsOf(coefficients, `${place}.coefficients`),
      ...limits(place, { lower: least, upper: most }),
    }
  }

  function coefficientsOf(written: Row['coefficients'], place: string): Float64Array {
    if (written instanceof Float64Array) return finiteArray(place, written, field)
    if (written.indices.length !== written.values.length) {
      const message = `${place} needs as many values as indices, got ${written.values.length} and ${written.indices.length}`
      throw new OptimizerInputError('shape', message, { field: place })
    }
    const dense = new Float64Array(n)
    written.indices.forEach((asset, at) => {
      checkMember(`${place}.indices`, { asset, at })
      dense[asset] = dense[asset]! + written.values[at]!
    })
    return finiteArray(place, dense, field)
  }

  function groupOf({ name: label, members, lower: least, upper: most }: Group, index: number): CheckedRow {
    const place = `groups[${index}]`
    const coefficients = new Float64Array(n)
    members.forEach((asset, at) => {
      checkMember(`${place}.members`, { asset, at })
      if (coefficients[asset] === 1) {
        const message = `${place}.members has ${name(asset)} twice; name each member once`
        throw new OptimizerInputError('duplicate_label', message, { field: `${place}.members`, index: at, asset: name(asset) })
      }
      coefficients[asset] = 1
    })
    return { reference: { kind: 'group', name: label }, coefficients, ...limits(place, { lower: least, upper: most }) }
  }

  function checkMember(place: string, { asset, at }: { asset: number; at: number }): void {
    if (Number.isInteger(asset) && asset >= 0 && asset < n) return
    const message = `${place}[${at}] must be the number of an asset, 0 to ${n - 1}, got ${asset}`
    throw new OptimizerInputError('unknown_label', message, { field: place, index: at, asset: String(asset) })
  }
}

function checkLabels(labels: readonly string[], n: number): void {
  if (labels.length !== n) {
    const message = `assets needs one label for each of the ${n} assets of the covariance, got ${labels.length}`
    throw new OptimizerInputError('shape', message, { field: 'assets' })
  }
  const places = new Map<string, number>()
  labels.forEach((label, index) => {
    if (places.has(label)) {
      const message = `assets has the label "${label}" at ${places.get(label)} and at ${index}; each must be its own`
      throw new OptimizerInputError('duplicate_label', message, { field: 'assets', index, asset: label })
    }
    places.set(label, index)
  })
}

function checkBounds(lower: Float64Array, upper: Float64Array, name: (asset: number) => string): void {
  const index = lower.findIndex((value, asset) => value > upper[asset]!)
  if (index < 0) return
  const message = `bounds of ${name(index)} leave nothing: lower ${lower[index]} is above upper ${upper[index]}`
  throw new OptimizerInputError('bounds_crossed', message, { field: 'bounds', index, asset: name(index) })
}

function budgetRow(budget: Problem['budget'], n: number): CheckedRow[] {
  if (budget === null) return []
  const { min, max } = typeof budget === 'object' ? budget : { min: budget ?? 1, max: budget ?? 1 }
  const coefficients = new Float64Array(n).fill(1)
  return [{ reference: { kind: 'budget', name: 'budget' }, coefficients, ...limits('budget', { lower: min, upper: max }) }]
}

function atLeastZero(field: string, value: number | undefined): number | null {
  if (value === undefined) return null
  if (value >= 0 && Number.isFinite(value)) return value
  throw new OptimizerInputError('out_of_range', `${field} must be a finite number of at least 0, got ${value}`, { field })
}
