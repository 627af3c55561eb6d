import type { RunResult } from '../../../api/queries.ts'
import { legNames } from '../leg-names.ts'
import { plainName } from '../plain-name.ts'

export interface ContributionRow {
  label: string
  /** Of the company; null where there is none. */
  name: string | null
  leg: RunResult['legs'][number] | null
  contribution: number
  years: { year: number; value: number }[]
}

/** What each leg brought; interest, costs and shortfall only where they are not zero. */
export function contributionRows({ attribution, legs }: Pick<RunResult, 'attribution' | 'legs'>): ContributionRow[] {
  const names = legNames(legs)
  return attribution.rows.flatMap((row, i) => {
    const years = attribution.years.map(({ year, contributions }) => ({ year, value: contributions[i]! }))
    const leg = row.leg === null ? null : legs[row.leg]!
    if (leg === null && row.contribution === 0 && years.every(({ value }) => value === 0)) return []
    const label = row.leg === null ? row.label.charAt(0).toUpperCase() + row.label.slice(1) : names[row.leg]!
    const name = leg === null || leg.symbol === null ? null : `${plainName(leg.name)}${leg.side === 'S' ? ', short' : ''}`
    return [{ label, name, leg, contribution: row.contribution, years }]
  })
}
