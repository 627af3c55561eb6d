import { zeros } from '@portofino/numeric'
import { isNumbers, listOf, numbersOf, wrongType } from './shapes.ts'
import { OptimizerInputError } from '../input-error.ts'

/** What a message calls an asset. */
export function assetName(labels: readonly string[] | undefined, asset: number): string {
  return labels?.[asset] ?? `asset ${asset}`
}

/** @throws OptimizerInputError unless there are no labels, or one for each asset and all different */
export function checkLabels(labels: readonly string[] | undefined, n: number): void {
  if (labels === undefined) return
  listOf('assets', labels)
  if (labels.length !== n) {
    const message = `assets must have one label for each of the ${n} assets, got ${labels.length}`
    throw new OptimizerInputError('shape', message, { field: 'assets' })
  }
  const places = new Map<string, number>()
  labels.forEach((label, index) => {
    if (typeof label !== 'string') throw wrongType(`assets[${index}]`, 'a label', label)
    if (places.has(label)) {
      const message = `assets[${index}] must be a label of its own, got "${label}" as at ${places.get(label)}`
      throw new OptimizerInputError('duplicate_label', message, { field: 'assets', index, asset: label })
    }
    places.set(label, index)
  })
}

/** What messages about an array with a number for each asset need. */
export interface AssetField {
  n: number
  name: (asset: number) => string
}

interface Field extends AssetField {
  /** Allowed besides finite numbers. */
  infinite?: number
  least?: number
}

/** The array itself, checked: one finite number per asset. */
export function finiteArray(field: string, values: Float64Array, { n, name, infinite, least = -Infinity }: Field): Float64Array {
  numbersOf(field, values)
  if (values.length !== n) {
    const message = `${field} must have one number for each of the ${n} assets, got ${values.length}`
    throw new OptimizerInputError('shape', message, { field })
  }
  for (let index = 0; index < n; index++) {
    const value = values[index]!
    if (!(Number.isFinite(value) || value === infinite)) {
      throw new OptimizerInputError('not_finite', `${field} of ${name(index)} must be a finite number, got ${value}`, {
        field,
        index,
        asset: name(index),
      })
    }
    if (value < least) {
      throw new OptimizerInputError('out_of_range', `${field} of ${name(index)} must be at least ${least}, got ${value}`, {
        field,
        index,
        asset: name(index),
      })
    }
  }
  return values
}

/** One number for all assets, or one for each. */
export function perAsset(field: string, value: number | Float64Array, options: Field): Float64Array {
  if (typeof value === 'number') return finiteArray(field, zeros(options.n).fill(value), options)
  if (!isNumbers(value)) throw wrongType(field, 'a number or a Float64Array', value)
  return finiteArray(field, value, options)
}

/** Limits of a row; a missing one is none. */
export function limits(
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
  return new OptimizerInputError('not_finite', `${field} must be a number, got ${value}; leave it out for no limit`, { field })
}
