import '../chart.css'
import { linePath } from './line-path.ts'
import { linearScale } from './scale.ts'

interface SparklineProps {
  /** An index, such as 1 at the first session. */
  values: readonly number[]
  width?: number
  height?: number
  /** What it shows, for screen readers; without it the line is decoration beside numbers that say the same. */
  label?: string
}

/** A line without axes: its first level dotted, a point at its end. */
export function Sparkline({ values, width = 120, height = 32, label }: SparklineProps) {
  const first = values[0]
  const last = values.at(-1)
  if (first === undefined || last === undefined) return null
  const low = values.reduce((lowest, value) => Math.min(lowest, value), first)
  const high = values.reduce((highest, value) => Math.max(highest, value), first)
  const x = linearScale([0, Math.max(1, values.length - 1)], [1, width - 4])
  const y = linearScale([low, high > low ? high : low + 1], [height - 3, 3])
  return (
    <svg
      className="spark"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <line x1={0} x2={width} y1={y(first)} y2={y(first)} stroke="var(--line-2)" strokeDasharray="1 3" />
      <path
        d={linePath(values, { x, y, columns: width })}
        fill="none"
        stroke="var(--series-1)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <circle cx={x(values.length - 1)} cy={y(last)} r={2.25} fill="var(--series-1)" />
    </svg>
  )
}
