import { isoDate } from '@portofino/market'
import type { Series } from '@portofino/simulator'

const mostPoints = 2000

/** Money by session in the original's form; every so many sessions when there are more than fit, the first and last always among them. */
export function thinnedValues({ days, value }: Pick<Series, 'days' | 'value'>): Record<string, number> {
  const last = days.length - 1
  const points = Math.min(days.length, mostPoints)
  const thinned: Record<string, number> = {}
  for (let point = 0; point < points; point++) {
    const session = points === days.length ? point : Math.round((point * last) / (points - 1))
    // A plain zero instead of a negative one, as in documents.
    thinned[isoDate(days[session]!)] = value[session]! + 0
  }
  return thinned
}
