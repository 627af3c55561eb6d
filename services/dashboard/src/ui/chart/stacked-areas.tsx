import { day } from '../../format.ts'
import type { ChartFrame } from './chart-figure.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { monthEnds } from './month-ends.ts'
import { axisHeight, labelWidth, nearestSession } from './plot-room.ts'
import type { PlotRoom } from './plot-room.ts'
import { fewerBands } from './stacked-bands.ts'
import type { Band } from './stacked-bands.ts'
import { StackedPlot } from './stacked-plot.tsx'

interface StackedAreasProps extends Omit<ChartFrame, 'table'> {
  dates: readonly string[]
  bands: readonly Band[]
  written: (value: number | null) => string
}

/** More bands than this are too thin to be told apart. */
const mostBands = 12

/** Shares over time, on each other; what is sold short hangs below zero. */
export function StackedAreas({ dates, bands, written, ...frame }: StackedAreasProps) {
  const shown = fewerBands(bands, mostBands)
  const names = shown.map(({ name }) => name)
  const room = (width: number): PlotRoom => {
    const right = Math.max(labelWidth(names.map((name, i) => `${name} ${written(shown[i]!.values.at(-1)!)}`)), 40) + 12
    return { left: 0, right, top: 4, width: Math.max(1, width - right), height: frame.height - 4 - axisHeight }
  }
  const parts = (at: number): string[] => bands.map(({ name, values }) => `${name} ${written(values[at]!)}`)
  return (
    <ChartFigure
      {...frame}
      count={dates.length}
      words={(at) => [day(dates[at]!), ...parts(at)].join(' · ')}
      nearest={(x, width) => nearestSession(x, room(width), dates.length)}
      table={() => ({
        head: ['Day', ...bands.map(({ name }) => name)],
        rows: monthEnds(dates).map((at) => [dates[at]!, ...bands.map(({ values }) => written(values[at]!))]),
      })}
      renderDrawing={(drawing) => <StackedPlot {...{ dates, written, drawing }} bands={shown} plot={room(drawing.width)} />}
    />
  )
}
