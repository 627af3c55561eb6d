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
