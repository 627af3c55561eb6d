import { compareFractions, divideFractions, fraction, one, parseDecimal, zero } from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { leftOf, partOf, ratioOf, sumOfShares } from './checker/sum-of-shares.ts'
import { pointsText } from './checker/weights.ts'
import { grossOf, isNormed, legsOf } from './editor/draft-contents.ts'
import { draftOf } from './editor/draft.ts'
import { subjectKey } from './instrument-key.ts'
import { restShare, writtenShare } from './leg-shares.ts'
import type { Leg, Program } from './tree.ts'

/** Percentages of capital as decimal strings, to six decimals. */
export interface Totals {
  /** Sum of weights, sides ignored and `$CASH` included: what has to reach `required`. */
  gross: string
  /** Long less short, `$CASH` left out. */
  net: string
  /** What is neither placed long nor lent by short sales: 100 less net. */
  cash: string
  long: string
  short: string
  /** What `gross=` asks for. */
  required: string
  legs: LegTotal[]
}

export interface LegTotal {
  /** `AAPL`, `XNAS:AAPL`, `$CASH`. */
  label: string
  side: 'L' | 'S'
  /** Percent of capital. */
  weight: string
  /** Percent of the larger of `gross` and `required`, so that bars never overflow and a shortfall shows as a gap. */
  bar: string
}

/**
 * Adds up the weights of a command, as a tree or as text that is still being typed: legs without a readable weight count
 * as nothing, `*` as its equal part of what is left. Of several portfolios, the first.
 *
 * ```ts
 * const { gross, net, cash } = totals('AAPL-L-60% MSFT-S-40% PEP-L-')
 * assert.deepEqual({ gross, net, cash }, { gross: '100', net: '20', cash: '80' })
 * ```
 */
export function totals(command: Program | string): Totals {
  const {
    legs,
    written,
    required,
    isNormed: isScaled,
  } = typeof command === 'string' ? typedWeights(command) : treeWeights(command)
  const rest = restShare(written, required) ?? zero
  const shares = written.map((share) => share ?? (rest.numerator > 0n ? rest : zero))
  const placed = ['L', 'S', '$CASH'].map((place) => sumOfShares(shares.filter((_, i) => placeOf(legs[i]!) === place)))
  const sum = sumOfShares(placed)
  const scale = isScaled && sum.numerator > 0n ? ratioOf(required, sum) : one
  const gross = partOf(sum, scale)
  const whole = compareFractions(gross, required) > 0 ? gross : required
  const [long = zero, short = zero] = placed.map((share) => partOf(share, scale))
  const net = leftOf(long, short)
  return {
    gross: pointsText(gross),
    net: pointsText(net),
    cash: pointsText(leftOf(one, net)),
    long: pointsText(long),
    short: pointsText(short),
    required: pointsText(required),
    legs: legs.map(({ subject, side }, i) => {
      const share = partOf(shares[i]!, scale)
      return { label: subjectKey(subject), side, weight: pointsText(share), bar: pointsText(ratioOf(share, whole)) }
    }),
  }
}

function placeOf({ subject, side }: Pick<Leg, 'subject' | 'side'>): string {
  return subject.kind === 'cash' ? '$CASH' : side
}

interface Weights {
  legs: readonly Pick<Leg, 'subject' | 'side'>[]
  /** Of one, one per leg; null for `*`. */
  written: readonly (Fraction | null)[]
  required: Fraction
  isNormed: boolean
}

function treeWeights({ portfolios: [{ legs, options }] }: Program): Weights {
  const required = options.gross === undefined ? one : divideFractions(parseDecimal(options.gross.value)!, fraction(100n))
  return { legs, written: legs.map(writtenShare), required, isNormed: options.norm !== undefined }
}

function typedWeights(text: string): Weights {
  const { tokens } = draftOf(text)
  const bar = tokens.findIndex(({ kind }) => kind === 'bar')
  const first = bar < 0 ? tokens : tokens.slice(0, bar)
  const legs = legsOf(first)
  return { legs, written: legs.map(({ share }) => share), required: grossOf(first), isNormed: isNormed(first) }
}
