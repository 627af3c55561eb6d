import type { Fraction } from '@portofino/numeric'

/** What the weights have to sum to. */
export interface WeightRule {
  /** As a share of one. */
  gross: Fraction
  /** `cash=rest`: less is allowed. */
  absorbsShortfall: boolean
  /** `norm=on`: any sum is allowed. */
  rescales: boolean
  /** A basket in brackets has no options of its own, so none can be offered as a remedy. */
  isBasket: boolean
}
