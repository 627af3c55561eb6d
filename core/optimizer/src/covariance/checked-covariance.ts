import { numberOf, numbersOf, objectOf } from '../shapes.ts'
import type { DenseCovariance } from './dense-covariance.ts'
import type { AssetNames } from '../asset-names.ts'
import { OptimizerInputError } from '../input-error.ts'
import type { InputErrorCode } from '../input-error.ts'
import { entryFault } from './entry-fault.ts'
import { chosenParameter } from '../parameters.ts'
import { isSealed } from './seal.ts'

/** Two entries that should be equal may differ by this share of the largest variance. */
const asymmetry = 1e-10

/** The matrix of a covariance, checked; a copy made symmetric where rounding left it not quite so. */
export function checkedCovariance(covariance: DenseCovariance, assets?: AssetNames): Float64Array {
  const { kind, n, data } = objectOf('covariance', covariance)
  if (isSealed(covariance)) return data
  chosenParameter('covariance.kind', kind, ['dense'])
  numberOf('covariance.n', n, 'a whole number of at least 1')
  if (!Number.isInteger(n) || n < 1) {
    throw new OptimizerInputError('empty', `covariance.n must be a whole number of at least 1, got ${n}`, {
      field: 'covariance.n',
    })
  }
  if (numbersOf('covariance.data', data).length !== n * n) {
    const message = `covariance.data must have ${n} × ${n} = ${n * n} numbers, got ${data.length}`
    throw new OptimizerInputError('shape', message, { field: 'covariance.data' })
  }
  return checkEntries({ n, data }, assets) ? data : symmetric(n, data)
}

function checkEntries({ n, data }: { n: number; data: Float64Array }, assets: AssetNames): boolean {
  const refuse = (code: InputErrorCode, index: number, what: string): never => {
    throw entryFault(code, what, { index, n, assets })
  }
  let scale = 0
  for (let i = 0; i < n; i++) {
    const own = data[i * n + i]!
    if (!Number.isFinite(own)) refuse('not_finite', i * n + i, `must be a finite number, got ${own}`)
    if (own < 0) refuse('out_of_range', i * n + i, `must be at least 0, got ${own}`)
    scale = Math.max(scale, own)
  }
  if (isExact(n, data)) return true
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [data[i * n + j]!, data[j * n + i]!]
      if (!Number.isFinite(a)) refuse('not_finite', i * n + j, `must be a finite number, got ${a}`)
      if (!(Math.abs(a - b) <= asymmetry * scale))
        refuse('not_symmetric', i * n + j, `must be the same both ways, got ${a} and ${b}`)
    }
  }
  return false
}

/** Whether each pair has one finite covariance, which nearly all matrices do. */
function isExact(n: number, data: Float64Array): boolean {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const value = data[i * n + j]!
      if (value !== data[j * n + i]! || !Number.isFinite(value)) return false
    }
  }
  return true
}

function symmetric(n: number, data: Float64Array): Float64Array {
  const copy = data.slice()
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const middle = (data[i * n + j]! + data[j * n + i]!) / 2
      copy[i * n + j] = middle
      copy[j * n + i] = middle
    }
  }
  return copy
}
