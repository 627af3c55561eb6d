import { isoDate } from '@portofino/market'
import type { Series } from '@portofino/simulator'

const mostPoints = 2000

/**
 * Money by session in the original's form, as JSON; every so many sessions when there are more than fit, the first and last always among them. The
 * text is put together here: an object with so many keys takes three times as long.
 */
export function thinnedValues({ days, value }: Pick<Series, 'days' | 'value'>): string {
  const last = days.length - 1
  const points = Math.min(days.length, mostPoints)
  let json = ''
  for (let point = 0; point < points; point++) {
    const session = points === days.length ? point : Math.round((point * last) / (points - 1))
    json += `${point === 0 ? '' : ','}"${isoDate(days[session]!)}":${JSON.stringify(value[session]!)}`
  }
  return `{${json}}`
}
