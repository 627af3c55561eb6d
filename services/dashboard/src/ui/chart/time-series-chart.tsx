import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import { labelWidth } from './plot-room.ts'
import { readingSlider, readingStep } from './reading-step.ts'
import './time-series.css'
import { useTimeSeries } from './use-time-series.ts'
import type { TimeSeriesDrawing } from './use-time-series.ts'
import { useWidth } from './use-width.ts'

interface TimeSeriesChartProps extends Omit<TimeSeriesDrawing, 'frame'> {
  /** What is read, for screen readers. */
  label: string
  /** The session being read. */
  at: number | null
  /** A session in words. */
  words: (index: number) => string
}

/** Narrower than this, names and values stand above the chart only. */
const narrowBelow = 640
const heights = { wide: { above: 357, below: 129 }, narrow: { above: 246, below: 94 } }
const axis = 26

/** How high a chart is, axis included: its place is kept before it is drawn. */
function timeSeriesHeight({ isNarrow, hasDrawdown }: { isNarrow: boolean; hasDrawdown: boolean }): number {
  const { above, below } = heights[isNarrow ? 'narrow' : 'wide']
  return axis + above + (hasDrawdown ? below : 0)
}

/**
 * Values over drawdowns on one time axis, with one crosshair. Only the drawdown is filled: it alone has a true zero. To the keyboard
 * it is a slider over its sessions.
 */
export function TimeSeriesChart({ label, at, words, ...drawing }: TimeSeriesChartProps) {
  const { columns, hasDrawdown, fromIndex, toIndex, level, exact, onRead } = drawing
  const [place, wide] = useWidth<HTMLDivElement>('full')
  const isNarrow = wide < narrowBelow
  const high = useMemo(() => highest(columns.value), [columns])
  const left = Math.max(60, Math.ceil(labelWidth([level(high, 3)])) + 10)
  const right = isNarrow ? 5 : Math.max(126, Math.ceil(1.2 * labelWidth([exact(high)])) + 14)
  const height = timeSeriesHeight({ isNarrow, hasDrawdown })
  const frame = { left, right, width: Math.max(wide - left - right, 0), height, isNarrow }
  const { plot, labels, engine } = useTimeSeries({ ...drawing, frame })
  const current = Math.min(Math.max(at ?? toIndex, fromIndex), toIndex)
  const read = (index: number | null): void => {
    onRead(index)
    engine.current?.mark(index)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') return read(null)
    const next =
      event.ctrlKey || event.metaKey || event.altKey ? null : readingStep(event.key, current - fromIndex, toIndex - fromIndex + 1)
    if (next === null) return
    event.preventDefault()
    read(fromIndex + next)
  }
  return (
    <div
      ref={place}
      className="timeseries"
      style={{ height }}
      {...readingSlider({ label, count: columns.dates.length, at: current, words })}
      onKeyDown={onKeyDown}
      onBlur={() => read(null)}
    >
      <div ref={plot} className="plot" style={{ left, right }} />
      <div ref={labels} className="labels" aria-hidden="true" />
    </div>
  )
}

function highest(values: readonly (number | null)[]): number {
  let high = 0
  for (const value of values) if (value !== null && value > high) high = value
  return high
}
