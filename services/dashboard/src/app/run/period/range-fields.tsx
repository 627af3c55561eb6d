import type { KeyboardEvent } from 'react'
import { useId, useState } from 'react'
import { isDay } from '../../../paths.ts'
import { firstFrom, lastUpTo } from './run-range.ts'
import type { RunRange } from './run-range.ts'

export interface RangeFieldsProps {
  dates: readonly string[]
  range: RunRange
  onShow: (part: { fromIndex: number; toIndex: number }) => void
}

/** Two days of one's own. They count when the field is left or Enter is pressed. */
export function RangeFields(props: RangeFieldsProps) {
  // Another range is another text to begin with.
  return <Fields key={`${props.range.from} ${props.range.to}`} {...props} />
}

function Fields({ dates, range, onShow }: RangeFieldsProps) {
  const id = useId()
  const [fault, setFault] = useState<string | null>(null)
  const take = ({ from = range.from, to = range.to }: { from?: string; to?: string }): void => {
    const problem = faultOf(dates, from, to)
    setFault(problem)
    if (problem !== null || (from === range.from && to === range.to)) return
    onShow({ fromIndex: firstFrom(dates, from), toIndex: lastUpTo(dates, to) })
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

function faultOf(dates: readonly string[], from: string, to: string): string | null {
  if (![from, to].every(isDay)) return 'Write a day as 2020-01-31.'
  if (firstFrom(dates, from) >= lastUpTo(dates, to)) return `Two sessions, at least, between ${dates[0]} and ${dates.at(-1)}.`
  return null
}
