import { copied, zeros } from '@portofino/numeric'
import { assetName } from './asset-names.ts'
import type { AssetNames } from './asset-names.ts'
import { isNumbers, numbersOf, wrongType } from './shapes.ts'
import { OptimizerInputError } from './input-error.ts'

/** The assets that an array has a number for each of, and what messages call them. */
export interface AssetField {
  n: number
  name: (asset: number) => string
}

export function assetField(n: number, assets?: AssetNames): AssetField {
  return { n, name: (asset) => assetName(assets, asset) }
}

interface Field extends AssetField {
  /** Allowed besides finite numbers. */
  infinite?: number
  least?: number
}

/** The array itself, checked: one finite number per asset. */
export function finiteArray(field: string, values: Float64Array, { n, name, infinite, least = -Infinity }: Field): Float64Array {
  numbersOf(field, values)
  const refuse = (code: 'not_finite' | 'out_of_range', index: number, what: string): never => {
    const [asset, value] = [name(index), values[index]]
    throw new OptimizerInputError(code, `${field} of ${asset} must be ${what}, got ${value}`, { field, index, asset })
  }
  if (values.length !== n) {
    const message = `${field} must have one number for each of the ${n} assets, got ${values.length}`
    throw new OptimizerInputError('shape', message, { field })
  }
  for (let index = 0; index < n; index++) {
    const value = values[index]!
    if (!(Number.isFinite(value) || value === infinite)) refuse('not_finite', index, 'a finite number')
    if (value < least) refuse('out_of_range', index, `at least ${least}`)
  }
  return values
}

/** An array of its own of one number for all assets, or of one for each: outcomes read it later. */
export function perAsset(field: string, value: number | Float64Array, options: Field): Float64Array {
  if (typeof value === 'number') return finiteArray(field, zeros(options.n).fill(value), options)
  if (!isNumbers(value)) throw wrongType(field, 'a number or a Float64Array', value)
  return copied(finiteArray(field, value, options))
}
