export type { DenseCovariance } from './covariance.ts'
export { OptimizerInputError } from './input-error.ts'
export type { InputErrorCode, InputPlace } from './input-error.ts'
