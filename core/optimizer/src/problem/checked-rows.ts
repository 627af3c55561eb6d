import { zeros } from '@portofino/numeric'
import { isNumbers, kindOf, listOf, partOf, wrongType } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import { finiteArray } from '../asset-numbers.ts'
import { finiteParameter } from '../parameters.ts'
import type { AssetField } from '../asset-numbers.ts'
import type { Group, Problem, Row, RowReference, SparseCoefficients } from './problem.ts'

export interface CheckedRow {
  reference: RowReference
  coefficients: Float64Array
  lower: number
  upper: number
}

/** The budget, the rows and the groups of a problem, in this order, with a coefficient for each asset. */
export function checkedRows({ budget, rows = [], groups = [] }: Problem, field: AssetField): CheckedRow[] {
  const ownRows = listOf('rows', rows).map((row, index) => checkedRow(row, `rows[${index}]`, field))
  const ownGroups = listOf('groups', groups).map((group, index) => checkedGroup(group, `groups[${index}]`, field))
  checkNames('rows', ownRows)
  checkNames('groups', ownGroups)
  return [...budgetRow(budget, field.n), ...ownRows, ...ownGroups]
}

/** Conflicts and multipliers go by name. */
function checkNames(field: 'rows' | 'groups', named: readonly CheckedRow[]): void {
  const places = new Map<string, number>()
  named.forEach(({ reference: { name } }, index) => {
    const first = places.get(name)
    if (first !== undefined) {
      const message = `${field}[${index}] must have a name of its own, got "${name}" as of ${field}[${first}]`
      throw new OptimizerInputError('duplicate_label', message, { field, index })
    }
    places.set(name, index)
  })
}

function budgetRow(budget: Problem['budget'], n: number): CheckedRow[] {
  if (budget === null) return []
  const { min, max } = budgetLimits(budget)
  const coefficients = zeros(n).fill(1)
  return [{ reference: { kind: 'budget', name: 'budget' }, coefficients, ...limits('budget', { lower: min, upper: max }) }]
}

function budgetLimits(budget: Exclude<Problem['budget'], null>): { min: number; max: number } {
  if (typeof budget === 'object') {
    const { min, max } = partOf('budget', budget, ['min', 'max'])
    return { min: budgetLimit('budget.min', min, '-Infinity'), max: budgetLimit('budget.max', max, 'Infinity') }
  }
  if (budget === undefined) return { min: 1, max: 1 }
  if (typeof budget === 'number') return { min: finiteParameter('budget', budget), max: budget }
  throw wrongType('budget', 'a number, an object or null', budget)
}

function budgetLimit(field: string, value: number, none: string): number {
  if (typeof value === 'number' && !Number.isNaN(value)) return value
  throw new OptimizerInputError('not_finite', `${field} must be a number, got ${kindOf(value)}; ${none} is no limit`, { field })
}

function nameOf(name: string, place: string): string {
  if (typeof name === 'string') return name
  throw wrongType(`${place}.name`, 'a text', name)
}

function checkedRow(row: Row, place: string, field: AssetField): CheckedRow {
  const { name, coefficients, lower, upper } = partOf(place, row, ['name', 'coefficients', 'lower', 'upper'])
  const written = isNumbers(coefficients) ? coefficients : dense(coefficients, `${place}.coefficients`, field)
  return {
    reference: { kind: 'row', name: nameOf(name, place) },
    coefficients: finiteArray(`${place}.coefficients`, written, field),
    ...limits(place, { lower, upper }),
  }
}

function dense(sparse: SparseCoefficients, place: string, field: AssetField): Float64Array {
  const { indices, values } = partOf(place, sparse, ['indices', 'values'])
  listOf(`${place}.indices`, indices)
  listOf(`${place}.values`, values)
  if (indices.length !== values.length) {
    const message = `${place} must have as many values as indices, got ${values.length} and ${indices.length}`
    throw new OptimizerInputError('shape', message, { field: place })
  }
  const coefficients = zeros(field.n)
  for (const [index, asset] of indices.entries()) {
    checkMember({ asset, index, place: `${place}.indices` }, field)
    coefficients[asset]! += finiteParameter({ field: `${place}.values`, index, asset: field.name(asset) }, values[index]!)
  }
  return coefficients
}

function checkedGroup(group: Group, place: string, field: AssetField): CheckedRow {
  const { name, members, lower, upper } = partOf(place, group, ['name', 'members', 'lower', 'upper'])
  const coefficients = zeros(field.n)
  listOf(`${place}.members`, members).forEach((asset, index) => {
    checkMember({ asset, index, place: `${place}.members` }, field)
    if (coefficients[asset] === 1) {
      const label = field.name(asset)
      const message = `${place}.members[${index}] must be an asset that is not named before, got ${label} once more`
      throw new OptimizerInputError('duplicate_label', message, { field: `${place}.members`, index, asset: label })
    }
    coefficients[asset] = 1
  })
  return { reference: { kind: 'group', name: nameOf(name, place) }, coefficients, ...limits(place, { lower, upper }) }
}

function checkMember({ asset, index, place }: { asset: number; index: number; place: string }, { n }: AssetField): void {
  if (Number.isInteger(asset) && asset >= 0 && asset < n) return
  const message = `${place}[${index}] must be the number of an asset, 0 to ${n - 1}, got ${kindOf(asset)}`
  throw new OptimizerInputError('unknown_label', message, { field: place, index, asset: kindOf(asset) })
}

/** Limits of a row; a missing one is none. */
function limits(
  field: string,
  { lower = -Infinity, upper = Infinity }: { lower?: number | undefined; upper?: number | undefined },
): { lower: number; upper: number } {
  if (typeof lower !== 'number' || Number.isNaN(lower) || lower === Infinity) throw limitError(`${field}.lower`, lower)
  if (typeof upper !== 'number' || Number.isNaN(upper) || upper === -Infinity) throw limitError(`${field}.upper`, upper)
  if (lower > upper) {
    const message = `${field} must leave room between its limits, got lower ${lower} above upper ${upper}`
    throw new OptimizerInputError('bounds_crossed', message, { field })
  }
  return { lower, upper }
}

function limitError(field: string, value: number): OptimizerInputError {
  return new OptimizerInputError('not_finite', `${field} must be a number, got ${kindOf(value)}; leave it out for no limit`, {
    field,
  })
}
