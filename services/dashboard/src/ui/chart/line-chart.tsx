import { day } from '../../format.ts'
import type { ChartFrame, DrawingRoom } from './chart-figure.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { monthEnds } from './month-ends.ts'
import type { ChartLine, LinePlotProps } from './line-plot.tsx'
import { LinePlot, linePlotRoom } from './line-plot.tsx'

interface LineChartProps extends Omit<ChartFrame, 'table'> {
  dates: readonly string[]
  lines: readonly ChartLine[]
  /** A value as it is read. */
  written: (value: number | null) => string
  /** A level of the axis. */
  level: (value: number, decimals: number) => string
  /** A level that stands out and is always in sight. */
  base?: number
  isLog?: boolean
  /** Pixels left and right of the plot at least, so that charts above each other share a time axis. */
  sides?: LinePlotProps['sides']
}

/** Lines over sessions: the first one solid, the others dashed and dotted, each with its last value at its end. */
export function LineChart({ dates, lines, written, level, base, isLog = false, sides = leastSides, ...frame }: LineChartProps) {
  const words = (at: number): string =>
    [day(dates[at]!), ...lines.map(({ name, values }) => `${name} ${written(values[at] ?? null)}`)].join(' · ')
  const room = (width: number) => linePlotRoom({ lines, written, level, base, isLog, sides }, { width, height: frame.height })
  return (
    <ChartFigure
      {...frame}
      count={dates.length}
      words={words}
      nearest={(x, width) => room(width).nearest(x, dates.length)}
      table={() => ({
        head: ['Day', ...lines.map(({ name }) => name)],
        rows: monthEnds(dates).map((at) => [dates[at]!, ...lines.map(({ values }) => written(values[at] ?? null))]),
      })}
      renderDrawing={(drawing: DrawingRoom) => <LinePlot {...{ dates, lines, written, level, base, isLog, sides, drawing }} />}
    />
  )
}

/** Charts beside each other are aligned. */
const leastSides = { left: 46, right: 58 } as const
