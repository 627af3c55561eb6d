import { finiteParameter, numberParameter } from '../parameters.ts'
import { objectOf, partOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'

/** An opinion on the return of one asset or of a portfolio of several. */
export interface View {
  /** Coefficients by label: `{ AAPL: 1 }` is about AAPL, `{ AAPL: 1, MSFT: -1 }` about AAPL against MSFT. */
  assets: Readonly<Record<string, number>>
  /** The return that the portfolio of these coefficients is expected to have: 0.02 for 2 %. */
  value: number
  /** From 0, which leaves the view out, to 1, which makes it exact; without it the view is as uncertain as the prior. */
  confidence?: number | undefined
}

/** A view as a row of the pick matrix. */
export interface ViewRow {
  /** Its number among the views given. */
  index: number
  /** Shape [n]. */
  coefficients: Float64Array
  value: number
  confidence: number | null
}

/**
 * Views by label as rows of coefficients; those of confidence 0 are left out.
 *
 * @param assets labels, each its own
 * @throws OptimizerInputError for a label that is unknown, a view of nothing, values that are not finite
 */
export function viewRows(views: readonly View[], assets: readonly string[]): ViewRow[] {
  const numbers = new Map(assets.map((asset, i) => [asset, i]))
  return views.map((view, index) => viewRow(view, index, numbers)).filter(({ confidence }) => confidence !== 0)
}

const share = { rule: 'from 0 to 1', holds: (value: number): boolean => value >= 0 && value <= 1 }

function viewRow(view: View, index: number, numbers: ReadonlyMap<string, number>): ViewRow {
  const field = `views[${index}]`
  const given = partOf(field, view, ['assets', 'value', 'confidence']).confidence
  finiteParameter(`${field}.value`, view.value)
  const confidence = given === undefined ? null : numberParameter(`${field}.confidence`, given, share)
  const coefficients = new Float64Array(numbers.size)
  for (const [asset, coefficient] of Object.entries(objectOf(`${field}.assets`, view.assets))) {
    const i = numbers.get(asset)
    if (i === undefined) throw fault('unknown_label', `must name known labels, got "${asset}"`, `${field}.assets`, asset)
    finiteParameter({ field: `${field}.assets`, asset }, coefficient)
    coefficients[i] = coefficient
  }
  if (coefficients.every((coefficient) => coefficient === 0))
    throw fault('empty', 'must have a coefficient other than 0, got none', `${field}.assets`)
  return { index, coefficients, value: view.value, confidence }
}

function fault(
  code: 'not_finite' | 'out_of_range' | 'unknown_label' | 'empty',
  rule: string,
  ...[field, asset]: [field: string, asset?: string]
): OptimizerInputError {
  return new OptimizerInputError(code, `${field} ${rule}`, { field, asset })
}
