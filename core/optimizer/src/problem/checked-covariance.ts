import { numbersOf, objectOf } from './shapes.ts'
import type { DenseCovariance } from '../covariance.ts'
import { OptimizerInputError } from '../input-error.ts'
import { assetName } from './fields.ts'

/** Two entries that should be equal may differ by this share of the larger variance of the two assets' scale. */
const asymmetry = 1e-10
/** Those that were checked, and that nobody else can change. */
const sealed = new WeakSet<DenseCovariance>()

/** Whether `sealedCovariance` made it. */
export function isSealed(covariance: DenseCovariance): boolean {
  return sealed.has(covariance)
}

/** Marks a covariance that passed all checks, and that nobody else holds. */
export function seal(covariance: DenseCovariance): DenseCovariance {
  Object.freeze(covariance)
  sealed.add(covariance)
  return covariance
}

/** The matrix of a covariance, checked; a copy made symmetric where rounding left it not quite so. */
export function checkedCovariance(covariance: DenseCovariance, labels?: readonly string[]): Float64Array {
  const { n, data } = objectOf('covariance', covariance)
  if (sealed.has(covariance)) return data
  if (!Number.isInteger(n) || n < 1) {
    throw new OptimizerInputError('empty', `covariance.n must be a whole number of at least 1, got ${n}`, {
      field: 'covariance.n',
    })
  }
  if (numbersOf('covariance.data', data).length !== n * n) {
    const message = `covariance.data must have ${n} × ${n} = ${n * n} numbers, got ${data.length}`
    throw new OptimizerInputError('shape', message, { field: 'covariance.data' })
  }
  return checkEntries({ n, data }, labels) ? data : symmetric(n, data)
}

function checkEntries({ n, data }: { n: number; data: Float64Array }, labels: readonly string[] | undefined): boolean {
  const field = 'covariance.data'
  const refuse = (code: 'not_finite' | 'out_of_range' | 'not_symmetric', index: number, what: string): never => {
    const [row, column] = [Math.floor(index / n), index % n].map((asset) => assetName(labels, asset))
    const message = `${field} of ${row === column ? row : `${row} and ${column}`} ${what}`
    throw new OptimizerInputError(code, message, { field, index, asset: row })
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
