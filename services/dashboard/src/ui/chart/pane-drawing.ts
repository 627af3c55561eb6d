import type { IPanePrimitive } from 'lightweight-charts'
import type { Levels } from './level-ticks.ts'

/** A pane as it is being painted, in CSS pixels. */
export interface DrawnPane {
  width: number
  height: number
  /** Of the pane in the plot. */
  top: number
  levels: Levels
  x: (index: number) => number
  /** Null for a level that the scale cannot show. */
  y: (level: number) => number | null
}

/** What is drawn below and above the lines of a pane. */
export interface PaneDrawing {
  lines: readonly GridLine[]
  dots: readonly Dot[]
}

export interface GridLine {
  /** One of both: across at a height, or down at a place. */
  y?: number
  x?: number
  color: string
  isDashed?: boolean
}

interface Dot {
  x: number
  y: number
  radius: number
  fill: string
  ring?: string
}

/** Draws with a pane of the chart whenever that is painted. */
export function paneDrawing(draw: () => PaneDrawing, onPaint?: () => void): IPanePrimitive {
  let drawing: PaneDrawing = { lines: [], dots: [] }
  const below = view('bottom', (context, size) => {
    drawing = draw()
    for (const line of drawing.lines) stroke(context, line, size)
  })
  const above = view('top', (context) => {
    for (const dot of drawing.dots) fillDot(context, dot)
    onPaint?.()
  })
  const views = [below, above]
  return { paneViews: () => views }
}

type Paint = (context: CanvasRenderingContext2D, size: { width: number; height: number }) => void
type View = ReturnType<NonNullable<IPanePrimitive['paneViews']>>[number]

function view(zOrder: 'bottom' | 'top', paint: Paint): View {
  const renderer: ReturnType<View['renderer']> = {
    draw: (target) => target.useMediaCoordinateSpace(({ context, mediaSize }) => paint(context, mediaSize)),
  }
  return { zOrder: () => zOrder, renderer: () => renderer }
}

function stroke(
  context: CanvasRenderingContext2D,
  { x, y, color, isDashed = false }: GridLine,
  size: { width: number; height: number },
): void {
  context.beginPath()
  context.setLineDash(isDashed ? [2, 3] : [])
  context.lineWidth = 1
  context.strokeStyle = color
  // Half a pixel off, a line of one pixel covers one.
  if (y !== undefined) path(context, [0, Math.round(y) + 0.5], [size.width, Math.round(y) + 0.5])
  if (x !== undefined) path(context, [Math.round(x) + 0.5, 0], [Math.round(x) + 0.5, size.height])
  context.stroke()
}

function path(context: CanvasRenderingContext2D, from: readonly [number, number], to: readonly [number, number]): void {
  context.moveTo(...from)
  context.lineTo(...to)
}

function fillDot(context: CanvasRenderingContext2D, { x, y, radius, fill, ring }: Dot): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.fillStyle = fill
  context.fill()
  if (ring === undefined) return
  context.setLineDash([])
  context.lineWidth = 1.5
  context.strokeStyle = ring
  context.stroke()
}
