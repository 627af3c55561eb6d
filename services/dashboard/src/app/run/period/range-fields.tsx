import { firstAtOrAfter } from '@portofino/market'
import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { lastUpTo } from './run-range.ts'
import type { RunRange } from './run-range.ts'
import { writtenDay } from './written-day.ts'

interface RangeFieldsProps {
  dates: readonly string[]
  range: RunRange
  /** Another number takes back what was typed: a range was chosen elsewhere. */
  turn: number
  onShow: (part: { fromIndex: number; toIndex: number }) => void
}

/** Two days of one's own, or months, or years. They count when the field is left or Enter is pressed. */
export function RangeFields(props: RangeFieldsProps) {
  const [taken, setTaken] = useState(0)
  // Another range is another text to begin with.
  return (
    <Fields
      key={`${props.range.from} ${props.range.to} ${props.turn} ${taken}`}
      {...props}
      onSame={() => setTaken((times) => times + 1)}
    />
  )
}

function Fields({ dates, range, onShow, onSame }: RangeFieldsProps & { onSame: () => void }) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const take = ({ from = range.from, to = range.to }: { from?: string; to?: string }): void => {
    const asked = sessionsOf(dates, from, to)
    setFault(typeof asked === 'string' ? asked : null)
    if (typeof asked === 'string' || (from === range.from && to === range.to)) return
    if (asked.fromIndex === range.fromIndex && asked.toIndex === range.toIndex) return onSame()
    onShow(asked)
  }
  const describedBy = fault === null ? undefined : id
  return (
    <span className="daterange">
      <DayField label="From" day={range.from} describedBy={describedBy} onLeave={(from) => take({ from })} />
      <span>to</span>
      <DayField label="To" day={range.to} describedBy={describedBy} onLeave={(to) => take({ to })} />
      {fault !== null && (
        <span id={id} className="said bad" role="alert">
          {fault}
        </span>
      )}
    </span>
  )
}

interface DayFieldProps {
  label: string
  day: string
  describedBy: string | undefined
  onLeave: (day: string) => void
}

function DayField({ label, day, describedBy, onLeave }: DayFieldProps) {
  return (
    <label>
      <span className="lbl">{label}</span>
      <input
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        maxLength={10}
        defaultValue={day}
        aria-describedby={describedBy}
        onKeyDown={leaveOnEnter}
        onBlur={({ target }) => onLeave(target.value.trim())}
      />
    </label>
  )
}

function leaveOnEnter({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  if (key === 'Enter') currentTarget.blur()
}

/** The sessions between two days, both included; in words why there are none. */
function sessionsOf(dates: readonly string[], from: string, to: string): { fromIndex: number; toIndex: number } | string {
  const [first, last] = [writtenDay(from, 'first'), writtenDay(to, 'last')]
  if (first === null || last === null) return 'Write a day as 2020-01-31, a month as 2020-01, a year as 2020.'
  const [fromIndex, toIndex] = [firstAtOrAfter(dates, first), lastUpTo(dates, last)]
  if (fromIndex >= toIndex) return `Two sessions, at least, between ${dates[0]} and ${dates.at(-1)}.`
  return { fromIndex, toIndex }
}
