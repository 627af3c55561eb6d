import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  one,
  parseDecimal,
  roundedDecimalText,
  subtractFractions,
  zero,
} from '@portofino/numeric'
import type { Fraction } from '@portofino/numeric'
import { grossOf, isNormed, legsOf } from './editor/draft-contents.ts'
import { draftOf } from './editor/draft.ts'
import { subjectKey } from './instrument-key.ts'
import { legShares } from './leg-shares.ts'
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
  const { legs, shares, required } = typeof command === 'string' ? typedWeights(command) : treeWeights(command)
  const gross = total(shares)
  const scale = compareFractions(gross, required) > 0 ? gross : required
  const side = (wanted: Leg['side']): Fraction =>
    total(shares.filter((_, i) => legs[i]!.side === wanted && legs[i]!.subject.kind === 'instrument'))
  const net = subtractFractions(side('L'), side('S'))
  return {
    gross: percent(gross),
    net: percent(net),
    cash: percent(subtractFractions(one, net)),
    long: percent(side('L')),
    short: percent(side('S')),
    required: percent(required),
    legs: legs.map((leg, i) => ({
      label: subjectKey(leg.subject),
      side: leg.side,
      weight: percent(shares[i]!),
      bar: percent(divideFractions(shares[i]!, scale)),
    })),
  }
}

interface Weights {
  legs: readonly Pick<Leg, 'subject' | 'side'>[]
  /** Of one, one per leg. */
  shares: readonly Fraction[]
  required: Fraction
}

function treeWeights({ portfolios: [{ legs, options }] }: Program): Weights {
  const required = options.gross === undefined ? one : divideFractions(parseDecimal(options.gross.value)!, fraction(100n))
  return { legs, shares: scaled(legShares({ legs, options }), required, options.norm !== undefined), required }
}

function typedWeights(text: string): Weights {
  const { tokens } = draftOf(text)
  const bar = tokens.findIndex(({ kind }) => kind === 'bar')
  const first = bar < 0 ? tokens : tokens.slice(0, bar)
  const required = grossOf(first)
  const legs = legsOf(first)
  const written = legs.map(({ share }) => share)
  const left = subtractFractions(required, total(written.filter((share) => share !== null)))
  const rests = written.filter((share) => share === null).length
  const each = rests === 0 || left.numerator <= 0n ? zero : divideFractions(left, fraction(BigInt(rests)))
  return {
    legs,
    shares: scaled(
      written.map((share) => share ?? each),
      required,
      isNormed(first),
    ),
    required,
  }
}

function scaled(shares: readonly Fraction[], required: Fraction, isOn: boolean): readonly Fraction[] {
  const gross = total(shares)
  return isOn && gross.numerator > 0n ? shares.map((share) => multiplyFractions(share, divideFractions(required, gross))) : shares
}

function total(shares: readonly Fraction[]): Fraction {
  return shares.reduce((sum, share) => addFractions(sum, share), zero)
}

function percent(share: Fraction): string {
  return roundedDecimalText(multiplyFractions(share, fraction(100n)), 6)
}
