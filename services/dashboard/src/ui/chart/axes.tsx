import type { DateTick } from './date-ticks.ts'
import type { PlotRoom } from './plot-room.ts'

/** Grid lines of the levels, with their labels flush left. */
export function LevelLines({
  plot,
  levels,
  y,
  strong,
  label,
}: {
  plot: PlotRoom
  levels: readonly number[]
  y: (value: number) => number
  strong?: number | undefined
  label: (value: number) => string
}) {
  return levels.map((value) => (
    <g key={value}>
      <line
        x1={plot.left}
        x2={plot.left + plot.width}
        y1={y(value)}
        y2={y(value)}
        stroke={value === strong ? 'var(--control-line)' : 'var(--grid)'}
        shapeRendering="crispEdges"
      />
      <text x={0} y={y(value) + 4}>
        {label(value)}
      </text>
    </g>
  ))
}

/** Labels of the days below the plot. */
export function DayLabels({ ticks, x, y }: { ticks: readonly DateTick[]; x: (session: number) => number; y: number }) {
  return ticks.map((tick) => (
    <text key={tick.at} x={x(tick.at)} y={y} textAnchor={tick.anchor} className={tick.strong ? 'strong' : ''}>
      {tick.label}
    </text>
  ))
}

/** The vertical line at what is being read. */
export function Crosshair({ x, plot }: { x: number; plot: PlotRoom }) {
  return <line x1={x} x2={x} y1={plot.top} y2={plot.top + plot.height} stroke="var(--control-line)" shapeRendering="crispEdges" />
}
