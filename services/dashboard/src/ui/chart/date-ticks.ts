import { shortMonth, day } from '../../format.ts'

export interface DateTick {
  /** Position in the dates. */
  at: number
  label: string
  /** The ends and the years stand out. */
  strong: boolean
  anchor: 'start' | 'middle' | 'end'
}

interface DateRoom {
  /** Pixels from the first session to the last. */
  width: number
  /** Pixels free right of the last session. */
  after: number
}

const letter = 6.6
/** Pixels between labels, at least: beside an end, and between beginnings of periods, where wide axes are calmer. */
const endGap = 10
const periodGap = (width: number): number => Math.max(16, width / 24)
const monthSteps = [1, 3, 6, 12, 24, 60, 120, 240] as const

/** Labels below a time axis: always the first and the last day, between them the beginnings of as many periods as have room. */
export function dateTicks(dates: readonly string[], { width, after }: DateRoom): DateTick[] {
  const last = dates.length - 1
  if (last < 0) return []
  const ends = endTicks(dates, { width, after })
  const place = (at: number): number => (last === 0 ? 0 : (at / last) * width)
  const taken = ends.map((tick) => reach(tick, place(tick.at)))
  const months = monthStarts(dates)
  const fitting = monthSteps
    .map((step) => months.filter(({ number }) => number % step === 0))
    .find((ticks) =>
      haveRoom(
        ticks.map((tick) => reach(tick, place(tick.at))),
        periodGap(width),
      ),
    )
  const between = (fitting ?? []).filter((tick) => taken.every((other) => !overlap(reach(tick, place(tick.at)), other, endGap)))
  return [...ends, ...between].toSorted((a, b) => a.at - b.at)
}

type Reach = readonly [from: number, to: number]

function reach({ label, anchor }: DateTick, x: number): Reach {
  const width = label.length * letter
  const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return [from, from + width]
}

function overlap([a, b]: Reach, [c, d]: Reach, gap: number): boolean {
  return a < d + gap && c < b + gap
}

function haveRoom(reaches: readonly Reach[], gap: number): boolean {
  return reaches.every((one, i) => i === 0 || !overlap(reaches[i - 1]!, one, gap))
}

function endTicks(dates: readonly string[], { width, after }: DateRoom): DateTick[] {
  const last = dates.length - 1
  const first = { at: 0, label: day(dates[0]!), strong: true, anchor: 'start' } as const
  if (last === 0) return [first]
  const label = day(dates[last]!)
  const anchor = after >= (label.length * letter) / 2 ? 'middle' : 'end'
  const end = { at: last, label, strong: true, anchor } as const
  return overlap(reach(first, 0), reach(end, width), endGap) ? [{ ...end, anchor: 'end' }] : [first, end]
}

interface MonthTick extends DateTick {
  /** Months since the year 0. */
  number: number
}

/** The first session of every month after the first session's. */
function monthStarts(dates: readonly string[]): MonthTick[] {
  const ticks: MonthTick[] = []
  let before = dates[0]!.slice(0, 7)
  for (const [at, date] of dates.entries()) {
    if (date.startsWith(before)) continue
    before = date.slice(0, 7)
    const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
    const isYear = month === 1
    const label = isYear ? String(year) : shortMonth(month)
    ticks.push({ at, label, strong: isYear, anchor: 'middle', number: 12 * year + month - 1 })
  }
  return ticks
}
