import type { Need } from './metric.ts'

/** At least this many returns. */
export function returnsNeeded(count: number): Need {
  return (context) => tooFew(context.returns().length, { count, noun: 'return' })
}

/** At least this many calendar months, partial ones included. */
export function monthsNeeded(count: number): Need {
  return (context) => tooFew(context.months().length, { count, noun: 'month' })
}

/** The value never fell to zero: after that, a ratio says nothing. */
export const survival: Need = ({ run }) => (run.ruined ? 'the run was ruined' : null)

/** A benchmark to compare with. */
const aBenchmark: Need = ({ run }) => (run.benchmark === null ? 'no benchmark was given' : null)

/** Positions were held. */
export const positions: Need = ({ run }) => (run.exposure === null ? 'an index holds no positions' : null)

/** Time passed between the first session and the last. */
export const elapsedDays: Need = (context) => (context.calendarDays() === 0 ? 'the run has one session only' : null)

/** Of a statistic over returns that holds for ruined runs too. */
export const sampleNeeds: readonly Need[] = [returnsNeeded(2)]

/** Of a ratio. */
export const ratioNeeds: readonly Need[] = [survival, ...sampleNeeds]

/** Of a measure relative to the benchmark. */
export const benchmarkNeeds: readonly Need[] = [aBenchmark, ...ratioNeeds]

function tooFew(have: number, { count, noun }: { count: number; noun: string }): string | null {
  return have >= count ? null : `needs at least ${count} ${noun}${count === 1 ? '' : 's'}, the run has ${have}`
}
