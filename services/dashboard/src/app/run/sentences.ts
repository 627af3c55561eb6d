import { isoDate } from '@portofino/market'
import { timeUnderWater } from '@portofino/metrics'
import type { PeriodReturn } from '@portofino/simulator'
import { counted, day, monthOfYear, percent, ratio, signedPercent, weight } from '../../format.ts'
import { plainName } from './plain-name.ts'
import type { TearsheetView } from './tearsheet-view.ts'

/** "21 of 36 months gained. Best August 2020, +16.26%; worst December 2022, −11.82%." */
export function monthsSentence({ tearsheet }: Pick<TearsheetView, 'tearsheet'>): string {
  const { months, best, worst } = tearsheet
  if (best.month === null || worst.month === null) return 'One session has no returns.'
  const gained = months.filter((month) => month.return > 0).length
  return `${gained} of ${counted(months.length, 'month')} gained. Best ${named(best.month)}; worst ${named(worst.month)}.`
}

function named({ year, month, return: value }: PeriodReturn): string {
  return `${month === null ? year : monthOfYear(year, month)}, ${signedPercent(value)}`
}

/** "Below its last high on 88.98% of days. The deepest fall, −30.25%, began on 27 Dec 2021 and had not ended with the run." */
export function riskSentence({ tearsheet, range }: Pick<TearsheetView, 'tearsheet' | 'range'>): string {
  const [deepest] = tearsheet.drawdowns
  if (deepest === undefined) return 'It never closed below an earlier high.'
  const under = timeUnderWater(tearsheet.columns.index)
  const high = range.isWhole ? '' : ' from a high in the range'
  const fell = `The deepest fall${high}, ${signedPercent(deepest.depth)}, began on ${day(isoDate(deepest.peak))}`
  const ended =
    deepest.recovery === null
      ? `had not ended with the ${range.isWhole ? 'run' : 'range'}`
      : `was made up by ${day(isoDate(deepest.recovery))}`
  return `Below its last high on ${percent(under)} of days. ${fell} and ${ended}.`
}

/** "Left alone, Apple grew from 50.0% to 53.3%. Apple added 35.67 percentage points; total +60.77%."; undefined: how many trades followed is not known yet. */
export function holdingsSentence({ result }: Pick<TearsheetView, 'result'>, laterTrades: number | undefined): string {
  if (result.ruin !== null) return `The value fell to zero on ${day(result.ruin.date)}: all was lost.`
  return `${weightsSentence(result, laterTrades)} ${contributionSentence(result)}`.trim()
}

function weightsSentence(result: TearsheetView['result'], laterTrades: number | undefined): string {
  if (laterTrades === undefined) return ''
  if (laterTrades > 0) return `After the first purchase, ${counted(laterTrades, 'trade')} followed.`
  const moved = (leg: (typeof result.legs)[number]): number => leg.last_weight - leg.first_weight
  // Of two legs both moved as far, but for the last bits: the one that grew is told.
  const far = (leg: (typeof result.legs)[number]): number => Math.round(Math.abs(moved(leg)) * 1e9)
  const [most] = result.legs.toSorted((a, b) => far(b) - far(a) || moved(b) - moved(a))
  if (result.legs.length < 2 || most === undefined) return ''
  const verb = Math.abs(most.last_weight) >= Math.abs(most.first_weight) ? 'grew' : 'shrank'
  return `Left alone, ${plainName(most.name)} ${verb} from ${weight(most.first_weight)} to ${weight(most.last_weight)}.`
}

function contributionSentence({ attribution, legs, metrics }: TearsheetView['result']): string {
  const [main] = attribution.rows.toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
  if (main === undefined || main.contribution === 0) return ''
  const leg = main.leg === null ? undefined : legs[main.leg]
  const name = leg === undefined ? main.label : `${plainName(leg.name)}${leg.side === 'S' ? ', sold short,' : ''}`
  const size = `${ratio(Math.abs(main.contribution) * 100)} percentage points`
  const change = main.contribution > 0 ? `added ${size}` : `took ${size} off`
  const sentence = `${name} ${change}; total ${signedPercent(metrics['total_return'])}.`
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
