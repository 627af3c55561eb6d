import type { KeyboardEvent, PointerEvent, ReactNode, RefObject } from 'react'
import { chartKey } from '../../keys/chart-key.ts'
import { readingSlider, readingStep } from './reading-step.ts'

interface ChartReaderProps {
  place: RefObject<HTMLDivElement | null>
  /** What is read, for screen readers. */
  label: string
  height: number
  count: number
  /** The position being read. */
  at: number | null
  onRead: (at: number | null) => void
  /** The position at a point, in pixels from the left. */
  nearest: (x: number) => number
  words: (at: number) => string
  onTable?: (() => void) | undefined
  children: ReactNode
}

/** Lets a drawing be read: by pointer, by touch, and by arrow keys as a slider over its positions. */
export function ChartReader({ place, label, height, count, at, onRead, nearest, words, onTable, children }: ChartReaderProps) {
  const current = at ?? count - 1
  const onKeyDown = (event: KeyboardEvent): void => {
    if (onTable !== undefined && chartKey(event) === 't') return onTable()
    if (event.key === 'Escape') return onRead(null)
    const next = readingStep(event.key, current, count)
    if (next === null) return
    event.preventDefault()
    onRead(next)
  }
  const onPointer = (event: PointerEvent<HTMLDivElement>): void => {
    onRead(nearest(event.clientX - event.currentTarget.getBoundingClientRect().left))
  }
  return (
    <div
      ref={place}
      className="chart"
      style={{ height }}
      {...readingSlider({ label, count, at: current, words })}
      onKeyDown={onKeyDown}
      onPointerMove={onPointer}
      onPointerDown={onPointer}
      onPointerLeave={() => onRead(null)}
      onBlur={() => onRead(null)}
    >
      {children}
    </div>
  )
}
