import { useLayoutEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { chartColors, onColorChange } from './chart-colors.ts'
import type { ChartColors } from './chart-colors.ts'
import { dateTicks } from './date-ticks.ts'
import type { DateTick } from './date-ticks.ts'
import { writeLabels } from './label-layer.ts'
import type { DrawnPane } from './pane-drawing.ts'
import { TimeSeriesEngine } from './time-series-engine.ts'
import type { ShownPart, TimeSeriesColumns } from './time-series-engine.ts'
import { listenToGestures } from './time-series-gestures.ts'
import { drawdownDrawing, sceneLabels, valueDrawing } from './time-series-scene.ts'
import type { Frame, Scene } from './time-series-scene.ts'

export interface TimeSeriesDrawing extends Pick<Scene, 'columns' | 'isLog' | 'start' | 'names' | 'level' | 'exact'> {
  hasDrawdown: boolean
  fromIndex: number
  toIndex: number
  frame: Frame & { right: number }
  onRead: (index: number | null) => void
  /** The visible part was moved by hand and has come to rest. */
  onMoved: (part: { fromIndex: number; toIndex: number }) => void
}

/** After so long without a move, a part has come to rest. */
const restMs = 250

interface TimeSeriesPlaces {
  plot: RefObject<HTMLDivElement | null>
  labels: RefObject<HTMLDivElement | null>
  engine: RefObject<TimeSeriesEngine | null>
}

/** A chart in two elements: its canvas in `plot`, its words in `labels`. */
export function useTimeSeries(drawing: TimeSeriesDrawing): TimeSeriesPlaces {
  const plot = useRef<HTMLDivElement>(null)
  const labels = useRef<HTMLDivElement>(null)
  const engine = useRef<TimeSeriesEngine>(null)
  const painter = useRef<Painter>(null)
  const colors = useColors(plot)
  const { hasDrawdown, columns, isLog, frame, fromIndex, toIndex } = drawing
  useLayoutEffect(() => {
    painter.current = colors === null ? null : { ...drawing, colors }
  })
  useLayoutEffect(() => {
    const [place, layer] = [plot.current, labels.current]
    if (place === null || layer === null) return undefined
    const opened = open(place, layer, { hasDrawdown, painter })
    engine.current = opened.engine
    return () => {
      engine.current = null
      opened.close()
    }
  }, [hasDrawdown])
  useLayoutEffect(() => engine.current?.setLog(isLog), [hasDrawdown, isLog])
  useLayoutEffect(() => engine.current?.setColumns(columns), [hasDrawdown, columns])
  useLayoutEffect(() => {
    if (colors !== null) engine.current?.setColors(colors)
  }, [hasDrawdown, colors])
  useLayoutEffect(() => {
    engine.current?.show({ from: fromIndex, to: toIndex })
  }, [hasDrawdown, columns, fromIndex, toIndex])
  const [width, height] = [frame.width, frame.height - 26]
  useLayoutEffect(() => {
    if (width > 0) engine.current?.resize({ width, height })
  }, [hasDrawdown, width, height, colors])
  return { plot, labels, engine }
}

interface Painter extends TimeSeriesDrawing {
  colors: ChartColors
}

function useColors(place: RefObject<HTMLElement | null>): ChartColors | null {
  const [colors, setColors] = useState<ChartColors | null>(null)
  useLayoutEffect(() => {
    const read = (): void => {
      if (place.current !== null) setColors(chartColors(place.current))
    }
    read()
    return onColorChange(read)
  }, [place])
  return colors
}

interface Opening {
  hasDrawdown: boolean
  painter: RefObject<Painter | null>
}

function open(plot: HTMLElement, layer: HTMLElement, { hasDrawdown, painter }: Opening) {
  const panes: { value: DrawnPane | null; drawdown: DrawnPane | null } = { value: null, drawdown: null }
  const ticks = rememberedTicks()
  let rest: ReturnType<typeof setTimeout> | undefined
  const scene = (): Scene | null => {
    const now = painter.current
    if (now === null) return null
    const { fromIndex, toIndex } = rounded(engine.shown() ?? { from: now.fromIndex, to: now.toIndex }, now.columns)
    return { ...now, fromIndex, toIndex, ticks: ticks(now.columns.dates, { fromIndex, toIndex }, now.frame) }
  }
  const drawn = (name: 'value' | 'drawdown', pane: DrawnPane) => {
    panes[name] = pane
    const now = scene()
    if (now === null) return { lines: [], dots: [] }
    return name === 'value' ? valueDrawing(now, pane) : drawdownDrawing(now, pane)
  }
  const engine: TimeSeriesEngine = new TimeSeriesEngine(plot, {
    hasDrawdown,
    drawValue: (pane) => drawn('value', pane),
    drawDrawdown: (pane) => drawn('drawdown', pane),
    onPaint: () => {
      const [now, { value, drawdown }] = [scene(), panes]
      if (now !== null && value !== null) writeLabels(layer, sceneLabels(now, { value, drawdown }, painter.current!.frame))
    },
    onPoint: (index) => painter.current?.onRead(index),
    onMove: () => {
      clearTimeout(rest)
      rest = setTimeout(() => settle(painter.current, engine.shown()), restMs)
    },
  })
  const stopGestures = listenToGestures(plot, {
    shown: () => engine.shown(),
    show: (part) => engine.show(part),
    indexAt: (x) => engine.indexAt(x),
    count: () => painter.current?.columns.dates.length ?? 0,
    onRead: (index) => {
      painter.current?.onRead(index)
      engine.mark(index)
    },
  })
  const close = (): void => {
    clearTimeout(rest)
    stopGestures()
    engine.remove()
  }
  return { engine, close }
}

function rounded({ from, to }: ShownPart, { dates }: TimeSeriesColumns): { fromIndex: number; toIndex: number } {
  const last = dates.length - 1
  return { fromIndex: Math.min(Math.max(Math.round(from), 0), last), toIndex: Math.max(Math.min(Math.round(to), last), 0) }
}

function settle(now: Painter | null, part: ShownPart | null): void {
  if (now === null || part === null) return
  const { fromIndex, toIndex } = rounded(part, now.columns)
  if (toIndex > fromIndex && (fromIndex !== now.fromIndex || toIndex !== now.toIndex)) now.onMoved({ fromIndex, toIndex })
}

/** The labels of days change with the part that is shown, not with each painting. */
function rememberedTicks() {
  let known: { key: string; dates: readonly string[]; ticks: readonly DateTick[] } | null = null
  return (
    dates: readonly string[],
    { fromIndex, toIndex }: Pick<Scene, 'fromIndex' | 'toIndex'>,
    frame: TimeSeriesDrawing['frame'],
  ) => {
    const key = `${fromIndex} ${toIndex} ${frame.width}`
    if (known?.key === key && known.dates === dates) return known.ticks
    const ticks = dateTicks(dates.slice(fromIndex, toIndex + 1), { width: frame.width, after: frame.right })
    known = { key, dates, ticks }
    return ticks
  }
}
