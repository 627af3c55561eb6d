import { calendarDate, type Day, dayNumber } from '@portofino/market'
import { monthName, writtenDate } from '../terminal/numbers.ts'
import type { Canvas } from './canvas.ts'

/** Calendar days spread evenly over the columns, so that equal spans are equally wide. */
export interface TimeScale {
  from: Day
  to: Day
  /** Of characters. */
  columns: number
}

/** 0 for the first day, `steps - 1` for the last. */
export function timePosition(day: Day, { from, to }: TimeScale, steps: number): number {
  return to === from ? 0 : Math.round(((day - from) / (to - from)) * (steps - 1))
}

/** Months between two marks, closest first. */
const monthSteps = [1, 3, 6, 12, 24, 60, 120]
const roomForLabel = 7

interface Mark {
  column: number
  label: string
  isYear: boolean
}

/** First days of years and, where there is room, of months; strictly inside the scale. */
export function timeMarks(scale: TimeScale): Mark[] {
  const [first, last] = [calendarDate(scale.from), calendarDate(scale.to)]
  const months = (last.year - first.year) * 12 + last.month - first.month + 1
  const step =
    monthSteps.find((each) => (months / each) * roomForLabel <= scale.columns) ??
    120 * Math.ceil((months * roomForLabel) / (120 * scale.columns))
  const marks: Mark[] = []
  const firstMonth = first.year * 12 + first.month - 1
  for (let month = Math.ceil(firstMonth / step) * step; month < firstMonth + months; month += step) {
    const [year, monthOfYear] = [Math.floor(month / 12), (month % 12) + 1]
    const day = dayNumber(year, monthOfYear, 1)
    if (day <= scale.from || day >= scale.to) continue
    const label = monthOfYear === 1 ? `${year}` : monthName(monthOfYear)
    marks.push({ column: timePosition(day, scale, scale.columns), label, isYear: monthOfYear === 1 })
  }
  return marks
}

/** First and last date always, marks as far as they fit between. */
export function writeTimeLabels(canvas: Canvas, scale: TimeScale, { left, row }: { left: number; row: number }): void {
  const [first, last] = [writtenDate(scale.from), writtenDate(scale.to)]
  canvas.write(left, row, { text: first, style: null })
  const lastColumn = left + scale.columns - last.length
  if (lastColumn > left + first.length) canvas.write(lastColumn, row, { text: last, style: null })
  for (const { column, label, isYear } of timeMarks(scale)) {
    const start = left + column - Math.floor(label.length / 2)
    if (canvas.isFree(start - 1, row, label.length + 2)) canvas.write(start, row, { text: label, style: isYear ? null : 'muted' })
  }
}
