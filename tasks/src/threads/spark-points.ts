import type { Series } from '@portofino/simulator'

const mostPoints = 60

/**
 * Money by session as an index that begins at 100, for a line of a few words' length: every so many sessions, the first and the last always
 * among them, each to four digits.
 */
export function sparkPoints({ value }: Pick<Series, 'value'>): number[] {
  const last = value.length - 1
  const points = Math.min(value.length, mostPoints)
  return Array.from({ length: points }, (_, point) => {
    const session = points === value.length ? point : Math.round((point * last) / (points - 1))
    return Number(((100 * value[session]!) / value[0]!).toPrecision(4))
  })
}
