import { BaselineSeries, createChart, LineSeries, LineStyle, PriceScaleMode } from 'lightweight-charts'
import type { IChartApi, ISeriesApi, LineWidth, Logical, MouseEventParams, UTCTimestamp } from 'lightweight-charts'
import type { ChartColors } from './chart-colors.ts'
import { paneDrawing } from './pane-drawing.ts'
import type { DrawnPane, PaneDrawing } from './pane-drawing.ts'

/** What is drawn, one entry a session. */
export interface TimeSeriesColumns {
  dates: readonly string[]
  /** Levels; null where a scale cannot show one. */
  value: readonly (number | null)[]
  benchmark: readonly (number | null)[] | null
  /** From 0 down. */
  drawdown: readonly number[]
  benchmarkDrawdown: readonly number[] | null
}

/** Sessions at the edges; parts of one while something moves. */
export interface ShownPart {
  from: number
  to: number
}

interface TimeSeriesOptions {
  hasDrawdown: boolean
  /** Called in each painting, when all coordinates are known. */
  onPaint: () => void
  /** The session under the pointer; null when it leaves. */
  onPoint: (index: number | null) => void
  /** The visible part has changed, by whomever. */
  onMove: () => void
  drawValue: (pane: DrawnPane) => PaneDrawing
  drawDrawdown: (pane: DrawnPane) => PaneDrawing
}

/** The type allows whole widths only; canvases draw any. */
const width = (pixels: number): LineWidth => pixels as LineWidth

/** Shares of the height: the values above, the drawdown below. */
const shares = { value: 0.733, drawdown: 0.267 }

const quiet = { priceLineVisible: false, lastValueVisible: false, crosshairMarkerVisible: false, priceScaleId: 'left' } as const

/** The one place that knows lightweight-charts: two panes on one time axis, drawn from columns. Removed by `remove`, once. */
export class TimeSeriesEngine {
  readonly #chart: IChartApi
  readonly #value: ISeriesApi<'Line'>
  readonly #benchmark: ISeriesApi<'Line'>
  readonly #drawdown: ISeriesApi<'Baseline'> | null = null
  readonly #benchmarkDrawdown: ISeriesApi<'Line'> | null = null
  #drawn: TimeSeriesColumns | null = null
  /** Midnight UTC of each session: of the forms of time that the library takes, the quickest. */
  #times: readonly UTCTimestamp[] = []
  /** Shown from the next painting on, which may be late. Until then the library knows of a part of its own choice only. */
  #awaited: ShownPart | null = null

  constructor(place: HTMLElement, options: TimeSeriesOptions) {
    const { hasDrawdown, onPoint, onMove } = options
    const chart = createChart(place, chartOptions)
    this.#chart = chart
    // The benchmark first: the portfolio lies above it.
    this.#benchmark = chart.addSeries(LineSeries, { ...quiet, lineWidth: width(1.25), lineStyle: LineStyle.Dashed })
    this.#value = chart.addSeries(LineSeries, { ...quiet, lineWidth: width(1.75), crosshairMarkerVisible: true })
    if (hasDrawdown) {
      this.#drawdown = chart.addSeries(BaselineSeries, { ...quiet, ...belowWater }, 1)
      this.#benchmarkDrawdown = chart.addSeries(LineSeries, { ...quiet, lineWidth: width(1), lineStyle: LineStyle.Dashed }, 1)
    }
    this.#arrange(options)
    chart.subscribeCrosshairMove(({ logical }: MouseEventParams) =>
      onPoint(logical === undefined ? null : this.#nearest(logical)),
    )
    chart.timeScale().subscribeVisibleLogicalRangeChange(() => onMove())
  }

  #arrange({ onPaint, drawValue, drawDrawdown }: TimeSeriesOptions): void {
    const painted = (): void => {
      this.#awaited = null
      onPaint()
    }
    const [above, below] = this.#chart.panes()
    above!.setStretchFactor(shares.value)
    above!.attachPrimitive(paneDrawing(() => drawValue(this.#paneOf(this.#value, 0)), below === undefined ? painted : undefined))
    this.#value.priceScale().applyOptions({ scaleMargins: { top: 0.05, bottom: 0.04 } })
    if (below === undefined || this.#drawdown === null) return
    const series = this.#drawdown
    below.setStretchFactor(shares.drawdown)
    below.attachPrimitive(paneDrawing(() => drawDrawdown(this.#paneOf(series, 1)), painted))
    series.priceScale().applyOptions({ scaleMargins: { top: 0.14, bottom: 0.03 } })
  }

  #paneOf(series: ISeriesApi<'Line' | 'Baseline'>, pane: number): DrawnPane {
    const { height, width: wide } = this.#chart.paneSize(pane)
    const at = (y: number): number => series.coordinateToPrice(y) ?? Number.NaN
    return {
      width: wide,
      height,
      top: pane === 0 ? 0 : this.#chart.paneSize(0).height + 1,
      levels: { low: at(height), high: at(0) },
      x: (index) => this.x(index),
      y: (level) => series.priceToCoordinate(level),
    }
  }

  #nearest(logical: number): number {
    return Math.max(0, Math.min(this.#times.length - 1, Math.round(logical)))
  }

  /** Pixels from the left edge of the plot to a session. */
  x(index: number): number {
    return this.#chart.timeScale().logicalToCoordinate(index as Logical) ?? 0
  }

  /** The session nearest to a point of the plot. */
  indexAt(x: number): number {
    return this.#nearest(this.#chart.timeScale().coordinateToLogical(x) ?? 0)
  }

  /** Only what has changed is drawn anew. */
  setColumns(columns: TimeSeriesColumns): void {
    const before = this.#drawn
    this.#drawn = columns
    const isSame = before?.dates === columns.dates
    if (!isSame) this.#times = columns.dates.map((date) => (Date.parse(date) / 1000) as UTCTimestamp)
    const drawings = [
      [this.#value, 'value'],
      [this.#benchmark, 'benchmark'],
      [this.#drawdown, 'drawdown'],
      [this.#benchmarkDrawdown, 'benchmarkDrawdown'],
    ] as const
    for (const [series, name] of drawings) {
      if (!isSame || before[name] !== columns[name]) series?.setData(points(this.#times, columns[name] ?? []))
    }
  }

  setLog(isLog: boolean): void {
    const mode = isLog ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal
    this.#value.priceScale().applyOptions({ mode })
  }

  setColors({ line, benchmark, fall, water, axis, ground }: ChartColors): void {
    this.#chart.applyOptions({ layout: { textColor: line }, crosshair: { vertLine: { color: axis } } })
    this.#value.applyOptions({ color: line, crosshairMarkerBorderColor: ground, crosshairMarkerBackgroundColor: line })
    this.#benchmark.applyOptions({ color: benchmark })
    this.#drawdown?.applyOptions({ bottomLineColor: fall, bottomFillColor1: water, bottomFillColor2: water })
    this.#benchmarkDrawdown?.applyOptions({ color: benchmark })
  }

  show({ from, to }: ShownPart): void {
    this.#awaited = { from, to }
    this.#chart.timeScale().setVisibleLogicalRange({ from, to })
  }

  shown(): ShownPart | null {
    return this.#awaited ?? this.#chart.timeScale().getVisibleLogicalRange()
  }

  resize({ width: wide, height }: { width: number; height: number }): void {
    this.#chart.resize(wide, height)
  }

  /** Marks a session as the pointer would. It fires nothing: whoever marks also reads. */
  mark(index: number | null): void {
    const time = this.#times[index ?? -1]
    const level = this.#drawn?.value[index ?? -1] ?? null
    if (time === undefined || level === null) this.#chart.clearCrosshairPosition()
    else this.#chart.setCrosshairPosition(level, time, this.#value)
  }

  remove(): void {
    this.#chart.remove()
  }
}

const belowWater = {
  lineWidth: width(1.25),
  baseValue: { type: 'price', price: 0 },
  topLineColor: 'transparent',
  topFillColor1: 'transparent',
  topFillColor2: 'transparent',
  autoscaleInfoProvider: (base: () => { priceRange: { minValue: number; maxValue: number } | null } | null) => {
    const range = base()?.priceRange ?? null
    // A run that never fell still has a waterline.
    return { priceRange: { minValue: Math.min(range?.minValue ?? 0, -0.01), maxValue: 0 } }
  },
} as const

function points(times: readonly UTCTimestamp[], column: readonly (number | null)[]) {
  return column.map((value, place) => (value === null ? { time: times[place]! } : { time: times[place]!, value }))
}

const hidden = { visible: false, labelVisible: false } as const

const chartOptions = {
  layout: {
    attributionLogo: false,
    background: { color: 'transparent' },
    panes: { enableResize: false, separatorColor: 'transparent' },
  },
  grid: { vertLines: { visible: false }, horzLines: { visible: false } },
  leftPriceScale: { visible: false, borderVisible: false },
  rightPriceScale: { visible: false },
  timeScale: {
    visible: false,
    borderVisible: false,
    // Thousands of sessions fit into a phone. Without it both ends would be cut off in silence.
    minBarSpacing: 0.001,
    fixLeftEdge: true,
    fixRightEdge: true,
    lockVisibleTimeRangeOnResize: true,
    // It would join sessions and lose the extremes between them.
    enableConflation: false,
  },
  crosshair: { vertLine: { labelVisible: false, style: LineStyle.Solid, width: 1 }, horzLine: hidden },
  // The wheel scrolls the page, touch reads values.
  handleScroll: { mouseWheel: false, pressedMouseMove: true, horzTouchDrag: false, vertTouchDrag: false },
  handleScale: { mouseWheel: false, pinch: true, axisPressedMouseMove: false, axisDoubleClickReset: false },
} as const
