import { dayNumber } from '@portofino/market'
import type { Day } from '@portofino/market'
import { maximumDrawdown } from '@portofino/metrics'
import type { CrisisWindow } from '../tearsheet.ts'
import type { SimulatedBenchmark, SimulatedRun } from '../simulated-run.ts'

interface IndexedRun extends Pick<SimulatedRun, 'days' | 'index'> {
  benchmark: Pick<SimulatedBenchmark, 'index'> | null
}

/** From a high close of the S&P 500 to the low close after it. */
const crises = [
  { name: 'Gulf War 1990', from: dayNumber(1990, 7, 16), to: dayNumber(1990, 10, 11) },
  { name: 'Russia and LTCM 1998', from: dayNumber(1998, 7, 17), to: dayNumber(1998, 8, 31) },
  { name: 'Dot-com crash 2000\u201302', from: dayNumber(2000, 3, 24), to: dayNumber(2002, 10, 9) },
  { name: 'Financial crisis 2007\u201309', from: dayNumber(2007, 10, 9), to: dayNumber(2009, 3, 9) },
  { name: 'Euro debt crisis 2011', from: dayNumber(2011, 4, 29), to: dayNumber(2011, 10, 3) },
  { name: 'Late 2018', from: dayNumber(2018, 9, 20), to: dayNumber(2018, 12, 24) },
  { name: 'COVID-19 crash', from: dayNumber(2020, 2, 19), to: dayNumber(2020, 3, 23) },
  { name: '2022 bear market', from: dayNumber(2022, 1, 3), to: dayNumber(2022, 10, 12) },
] as const

/**
 * The crises that lie within the run, oldest first. Returns go from the close of the first day to the close of the last;
 * a day without a session counts with the session before.
 */
export function crisisWindows({ days, index, benchmark }: IndexedRun): CrisisWindow[] {
  const covered = crises.filter(({ from, to }) => days[0]! <= from && to <= days.at(-1)!)
  return covered.map(({ name, from, to }) => {
    const first = lastSession(days, from)
    const last = lastSession(days, to)
    const window = index.subarray(first, last + 1)
    return {
      name,
      from,
      to,
      return: index[last]! / index[first]! - 1,
      benchmarkReturn: benchmark && growth(benchmark.index, first, last),
      maximumDrawdown: maximumDrawdown(window),
    }
  })
}

/** Null out of zero, where a ruined basket stays. */
function growth(index: Float64Array, first: number, last: number): number | null {
  return index[first] === 0 ? null : index[last]! / index[first]! - 1
}

/** The position of the last session on or before the day, which is not before the first. */
function lastSession(days: Int32Array, day: Day): number {
  const next = days.findIndex((session) => session > day)
  return (next === -1 ? days.length : next) - 1
}
