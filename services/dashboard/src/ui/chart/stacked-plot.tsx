import { useMemo } from 'react'
import { Crosshair, DayLabels } from './axes.tsx'
import type { DrawingRoom } from './chart-figure.tsx'
import { dateTicks } from './date-ticks.ts'
import { areaPath } from './line-path.ts'
import type { PlotRoom } from './plot-room.ts'
import { linearScale } from './scale.ts'
import { spreadLabels } from './spread-labels.ts'
import { evenlySpread, stackedBands } from './stacked-bands.ts'
import type { Band, StackedBand } from './stacked-bands.ts'

interface StackedPlotProps {
  dates: readonly string[]
  bands: readonly Band[]
  written: (value: number | null) => string
  plot: PlotRoom
  drawing: DrawingRoom
}

/** Neighbors differ, also in gray; the white line between them does the rest. */
const fills = ['var(--fill-1)', 'var(--fill-3)', 'var(--fill-2)'] as const

function layout({ dates, bands, plot }: Pick<StackedPlotProps, 'dates' | 'bands' | 'plot'>) {
  const sessions = evenlySpread(dates.length, Math.round(plot.width))
  const stacked = stackedBands(bands, sessions)
  const edges = stacked.flatMap((band) => band.edges.flat())
  const low = edges.reduce((lowest, edge) => Math.min(lowest, edge), 0)
  const high = edges.reduce((highest, edge) => Math.max(highest, edge), 0)
  const x = linearScale([0, Math.max(1, dates.length - 1)], [plot.left, plot.left + plot.width])
  const y = linearScale([low, Math.max(high, low + 0.01)], [plot.top + plot.height, plot.top])
  const across = sessions.map(x)
  const edge = (band: StackedBand, side: 0 | 1) => band.edges.map((ends, i) => [across[i]!, y(ends[side])] as const)
  const paths = stacked.map((band) => areaPath(edge(band, 1), edge(band, 0)))
  return { x, y, paths, stacked }
}

export function StackedPlot({ dates, bands, written, plot, drawing: { height, at } }: StackedPlotProps) {
  const { left, right, top, width } = plot
  const { x, y, paths, stacked } = useMemo(
    () => layout({ dates, bands, plot: { left, right, top, width, height: plot.height } }),
    [dates, bands, left, right, top, width, plot.height],
  )
  const middles = stacked.map((band) => {
    const [from, to] = band.edges.at(-1)!
    return y((from + to) / 2)
  })
  const labels = spreadLabels(middles, { gap: 15, top: top + 6, bottom: top + plot.height - 6 })
  return (
    <>
      {paths.map((d, i) => (
        <path
          key={bands[i]!.name}
          className="band"
          d={d}
          fill={fills[i % fills.length]}
          stroke="var(--bg)"
          strokeWidth={bands.length > 6 ? 1 : 2}
        />
      ))}
      <line x1={left} x2={left + width} y1={y(0)} y2={y(0)} stroke="var(--control-line)" shapeRendering="crispEdges" />
      {bands.map(({ name, values }, i) => (
        <text key={name} x={left + width + 8} y={labels[i]! + 4}>
          {name} <tspan className="lab strong">{written(values.at(-1)!)}</tspan>
        </text>
      ))}
      <DayLabels ticks={dateTicks(dates, { width, after: right })} x={x} y={height - 5} />
      {at !== null && <Crosshair x={x(at)} plot={plot} />}
    </>
  )
}
