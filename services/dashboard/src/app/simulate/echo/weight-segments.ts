import type { Totals } from '@portofino/strategy'
import type { Fault } from '../faults/faults.ts'
import type { FormLeg } from '../form/command-form.ts'

/** One stretch of the weights bar; widths are shares of a hundred. */
export interface WeightSegment {
  kind: 'long' | 'short' | 'cash' | 'unknown' | 'gap'
  label: string
  /** Percent of the capital. */
  weight: number
  width: number
}

/** The legs of a command as stretches of one bar, and what is missing to the sum as a gap. */
export function weightSegments(
  totals: Totals,
  { legs, faults }: { legs: readonly FormLeg[]; faults: readonly Fault[] },
): WeightSegment[] {
  const sideless = new Set(
    legs
      .filter((leg) => faults.some(({ code, start, end }) => code === unknownSide && start >= leg.start && end <= leg.end))
      .map(labelOf),
  )
  const segments = totals.legs.map(({ label, side, weight, bar }): WeightSegment => {
    const kind = sideless.has(label) ? 'unknown' : label === '$CASH' ? 'cash' : side === 'L' ? 'long' : 'short'
    return { kind, label: label === '$CASH' ? 'Cash' : label, weight: Number(weight), width: Number(bar) }
  })
  const gap = Number(totals.required) - Number(totals.gross)
  const isGap = segments.length > 0 && gap > 0.005
  return isGap ? [...segments, { kind: 'gap', label: '', weight: gap, width: (gap / Number(totals.required)) * 100 }] : segments
}

const unknownSide = 'E107'

function labelOf({ ticker }: FormLeg): string {
  return ticker.text.toUpperCase()
}

/** The bar in one sentence, for those who do not see it. */
export function weightsInWords(segments: readonly WeightSegment[], weight: (fraction: number) => string): string {
  const words: Readonly<Record<WeightSegment['kind'], string>> = {
    long: ' long',
    short: ' short',
    cash: '',
    unknown: ' with unknown side',
    gap: 'missing',
  }
  const parts = segments.map(({ kind, label, weight: percent }) =>
    kind === 'gap' ? `${weight(percent / 100)} missing` : `${label} ${weight(percent / 100)}${words[kind]}`,
  )
  return `Weights: ${parts.join(', ')}`
}
