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

/** A caller's mistake: what is wrong, in which field, at which position, about which asset. */
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
