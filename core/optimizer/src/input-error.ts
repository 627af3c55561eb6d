/** Which rule a caller's input breaks. */
export type InputErrorCode =
  | 'shape'
  | 'not_finite'
  | 'out_of_range'
  | 'not_symmetric'
  | 'not_positive_semidefinite'
  | 'singular'
  | 'bounds_crossed'
  | 'unknown_label'
  | 'duplicate_label'
  | 'missing_data'
  | 'empty'
  | 'wrong_type'
  | 'missing_field'
  | 'unknown_field'
  | 'too_many'

export interface InputPlace {
  /** Path of the field as the caller wrote it: `bounds.lower`, `rows[2].coefficients`. */
  field: string
  /** Position within the field, in row-major order where it is a matrix. */
  index?: number | undefined
  /** The asset's label, or its number in a problem without labels. */
  asset?: string | undefined
}

/** How messages begin: the field, with the asset where there is one, else the position. */
export function placeName({ field, asset, index }: InputPlace): string {
  if (asset !== undefined) return `${field} of ${asset}`
  return index === undefined ? field : `${field}[${index}]`
}

/**
 * A caller's mistake: what is wrong, in which field, at which position, about which asset. Its message has one form, `bounds of B must leave
 * room, got lower 0.9 above upper 0.8`: the place, what must be, what is instead, and after a semicolon what mends it where that is not plain.
 */
export class OptimizerInputError extends Error {
  readonly code: InputErrorCode
  readonly field: string
  readonly index: number | null
  readonly asset: string | null

  constructor(code: InputErrorCode, message: string, { field, index, asset }: InputPlace) {
    super(message)
    this.name = 'OptimizerInputError'
    this.code = code
    this.field = field
    this.index = index ?? null
    this.asset = asset ?? null
  }
}
