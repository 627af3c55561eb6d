import type { WrittenOption } from '../options/read-option.ts'
import type { Options, Period } from '../tree.ts'
import type { DraftLeg } from './leg.ts'

/** A portfolio as far as it could be read. */
export interface DraftPortfolio {
  legs: DraftLeg[]
  /** False when something that was meant as a leg gave none: then no sum of weights means anything. */
  legsAreKnown: boolean
  period: Period | null
  options: Options
  /** By key. */
  written: ReadonlyMap<string, WrittenOption>
}
