export { binaryExponent, powerOfTwo } from './binary-exponent.ts'
export { sum, mean } from './sum.ts'
export { quantile, select } from './quantile.ts'
export {
  absoluteFraction,
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  one,
  subtractFractions,
  zero,
} from './fraction.ts'
export type { Fraction } from './fraction.ts'
export { decimalText, fractionNumber, fractionText, parseDecimal, parseFraction, roundedDecimalText } from './fraction-text.ts'
export type { PhiloxCounter, PhiloxKey } from './philox.ts'
export { philox4x32 } from './philox.ts'
export type { Bracket } from './bracketed-root.ts'
export { bracketedRoot } from './bracketed-root.ts'
export { normalCumulative, normalQuantile } from './normal-distribution.ts'
export { sumOfProducts } from './sum-of-products.ts'
export { sumOfTerms } from './sum-of-terms.ts'
export type { ExponentialTerm } from './exponential-sum-roots.ts'
export { exponentialSumRoots } from './exponential-sum-roots.ts'
export { exponential } from './exponential.ts'
export { logarithm } from './logarithm.ts'
export { power } from './power.ts'
export { productError, sumError } from './rounding-error.ts'
export { symmetricProduct } from './symmetric-product.ts'
export type { CholeskyFactor, NotPositive } from './cholesky.ts'
export { choleskyFactor, choleskySolution, forwardSolution } from './cholesky.ts'
export type { Eigensystem } from './symmetric-eigenvalues.ts'
export { symmetricEigensystem, symmetricEigenvalues } from './symmetric-eigenvalues.ts'
export { GrowingCholesky } from './growing-cholesky.ts'
export { copied, integerZeros, zeros } from './block-memory.ts'
