import './segmented.css'
import type { ReactNode } from 'react'

export interface Segment<Value extends string> {
  value: Value
  label: ReactNode
  /** Why it cannot be chosen. */
  disabledBecause?: string | undefined
  className?: string
}

interface SegmentedProps<Value extends string> {
  label: string
  segments: readonly Segment<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  className?: string
}

/** One choice of a few, all in sight. */
export function Segmented<Value extends string>({ label, segments, value, onChange, className }: SegmentedProps<Value>) {
  return (
    <div role="group" aria-label={label} className={['seg', className].filter(Boolean).join(' ')}>
      {segments.map((segment) => (
        <button
          key={segment.value}
          type="button"
          className={segment.className}
          aria-pressed={segment.value === value}
          aria-disabled={segment.disabledBecause !== undefined || undefined}
          title={segment.disabledBecause}
          onClick={segment.disabledBecause === undefined ? () => onChange(segment.value) : undefined}
        >
          {segment.label}
        </button>
      ))}
    </div>
  )
}
