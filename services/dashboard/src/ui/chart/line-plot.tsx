import { useMemo } from 'react'
import { Crosshair, DayLabels, LevelLines } from './axes.tsx'
import type { DrawingRoom } from './chart-figure.tsx'
import { dateTicks } from './date-ticks.ts'
import { fillPath, linePath } from './line-path.ts'
import type { PlotRoom } from './plot-room.ts'
import { axisHeight, labelWidth, nearestSession } from './plot-room.ts'
import { linearScale } from './scale.ts'
import { spreadLabels } from './spread-labels.ts'
import type { ValueAxis } from './value-axis.ts'
import { levelScale, valueAxis } from './value-axis.ts'

export interface ChartLine {
  name: string
  values: readonly (number | null)[]
  look: 'solid' | 'dashed' | 'dotted' | 'fall'
}

export interface LinePlotProps {
  dates: readonly string[]
  lines: readonly ChartLine[]
  written: (value: number | null) => string
  level: (value: number, decimals: number) => string
  base: number | undefined
  isLog: boolean
  sides: { readonly left: number; readonly right: number }
  drawing: DrawingRoom
}

const looks = {
  solid: { stroke: 'var(--series-1)', strokeWidth: 1.5, strokeDasharray: undefined },
  dashed: { stroke: 'var(--bench)', strokeWidth: 1.1, strokeDasharray: '3 2.5' },
  dotted: { stroke: 'var(--muted)', strokeWidth: 1.5, strokeDasharray: '1 3' },
  fall: { stroke: 'var(--loss)', strokeWidth: 1.25, strokeDasharray: undefined },
} as const

/** Where the plot lies, after its labels. */
export function linePlotRoom(
  { lines, written, level, base, isLog, sides }: Omit<LinePlotProps, 'dates' | 'drawing'>,
  { width, height }: { width: number; height: number },
): { axis: ValueAxis; plot: PlotRoom; nearest: (x: number, count: number) => number } {
  const axis = valueAxis(
    lines.map(({ values }) => values),
    { count: Math.max(2, Math.round(height / 34)), isLog, ...(base === undefined ? {} : { include: base }) },
  )
  const left = Math.max(sides.left, labelWidth(axis.ticks.map((tick) => level(tick, axis.decimals))) + 8)
  const right = Math.max(sides.right, labelWidth(endTexts(lines, written)) + 14)
  const plot = { left, right, top: 8, width: Math.max(1, width - left - right), height: height - 8 - axisHeight }
  return { axis, plot, nearest: (x, count) => nearestSession(x, plot, count) }
}

function layout({ drawing: { width, height }, dates, ...props }: LinePlotProps) {
  const room = linePlotRoom(props, { width, height })
  const { axis, plot } = room
  const x = linearScale([0, Math.max(1, dates.length - 1)], [plot.left, plot.left + plot.width])
  const y = levelScale(axis, [plot.top + plot.height, plot.top])
  const path = { x, y, columns: plot.width }
  const paths = props.lines.map(({ values }) => linePath(values, path))
  const fills = props.lines.map(({ look, values }) => (look === 'fall' ? fillPath(values, { ...path, level: axis.high }) : null))
  return { axis, plot, x, y, paths, fills, ticks: dateTicks(dates, { width: plot.width, after: plot.right }) }
}

export function LinePlot(props: LinePlotProps) {
  const { dates, lines, written, level, base, isLog, sides, drawing } = props
  const { width, height, at } = drawing
  const { axis, plot, x, y, ticks, paths, fills } = useMemo(
    () => layout({ dates, lines, written, level, base, isLog, sides, drawing: { width, height, at: null } }),
    [dates, lines, written, level, base, isLog, sides, width, height],
  )
  return (
    <>
      <LevelLines {...{ plot, y }} levels={axis.ticks} strong={base} label={(value) => level(value, axis.decimals)} />
      {fills.map((fill, i) => fill !== null && <path key={lines[i]!.name} d={fill} fill="var(--water)" />)}
      {paths
        .map((d, i) => <path key={lines[i]!.name} d={d} fill="none" strokeLinejoin="round" {...looks[lines[i]!.look]} />)
        .toReversed()}
      <EndLabels {...{ lines, written, plot, y }} />
      <DayLabels {...{ ticks, x }} y={height - 5} />
      {at !== null && <Crosshair x={x(at)} plot={plot} />}
      {at !== null &&
        lines.map(({ name, values, look }) => {
          const value = values[at] ?? null
          return value !== null && <circle key={name} cx={x(at)} cy={y(value)} r={3} fill={looks[look].stroke} />
        })}
    </>
  )
}

/** The last value of each line; with its name where there are more than a portfolio and its benchmark. */
function endTexts(lines: readonly ChartLine[], written: LinePlotProps['written']): string[] {
  return lines.map(({ name, values }) => {
    const last = written(values.at(-1) ?? null)
    return lines.length > 2 ? `${name} ${last}` : last
  })
}

/** Each beside the end of its line. */
function EndLabels({
  lines,
  written,
  plot,
  y,
}: Pick<LinePlotProps, 'lines' | 'written'> & { plot: PlotRoom; y: (value: number) => number }) {
  const texts = endTexts(lines, written)
  const ends = lines.flatMap(({ name, values, look }) => {
    const last = values.at(-1) ?? null
    return last === null ? [] : [{ name, look, last }]
  })
  const heights = spreadLabels(
    ends.map(({ last }) => y(last)),
    { gap: 15, top: plot.top + 4, bottom: plot.top + plot.height },
  )
  return ends.map(({ name, look, last }, i) => (
    <g key={name}>
      {look !== 'dashed' && <circle cx={plot.left + plot.width} cy={y(last)} r={2.5} fill={looks[look].stroke} />}
      <text
        x={plot.left + plot.width + 8}
        y={heights[i]! + 4}
        className={look === 'solid' || look === 'fall' ? 'lab' : ''}
        style={{ fill: look === 'solid' || look === 'fall' ? looks[look].stroke : undefined }}
      >
        {texts[lines.findIndex((line) => line.name === name)]}
      </text>
    </g>
  ))
}
