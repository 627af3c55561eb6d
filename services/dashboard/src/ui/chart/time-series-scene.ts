import { day, signedPercent, signedPercentLevel } from '../../format.ts'
import type { ChartColors } from './chart-colors.ts'
import type { DateTick } from './date-ticks.ts'
import type { ChartLabel } from './label-layer.ts'
import { levelTicks } from './level-ticks.ts'
import type { DrawnPane, GridLine, PaneDrawing } from './pane-drawing.ts'
import { spreadLabels } from './spread-labels.ts'
import type { TimeSeriesColumns } from './time-series-engine.ts'
import { levelDecimals } from './value-axis.ts'

/** What a painting shows. */
export interface Scene {
  columns: TimeSeriesColumns
  /** Sessions at the edges. */
  fromIndex: number
  toIndex: number
  ticks: readonly DateTick[]
  isLog: boolean
  /** The level of the first session, drawn dashed. */
  start: number
  names: { value: string; benchmark: string; drawdown: string }
  /** Of an axis. */
  level: (value: number, decimals: number) => string
  exact: (value: number) => string
  colors: ChartColors
}

/** Where the plot lies in its frame, in pixels. */
export interface Frame {
  left: number
  width: number
  height: number
  /** No room for labels at the ends. */
  isNarrow: boolean
}

/** Position of the highest or lowest entry of a part; −1 where all are missing. */
function extreme(
  column: readonly (number | null)[],
  { fromIndex, toIndex }: Pick<Scene, 'fromIndex' | 'toIndex'>,
  sign: 1 | -1,
): number {
  let best = -1
  for (let index = fromIndex; index <= toIndex; index++) {
    const value = column[index]
    if (value === null || value === undefined) continue
    if (best < 0 || sign * value > sign * column[best]!) best = index
  }
  return best
}

/** Years stand out; the ends need no line. */
function downLines({ ticks, fromIndex, toIndex, colors }: Scene, { x }: DrawnPane): GridLine[] {
  const inner = ticks.filter(({ at }) => at > 0 && fromIndex + at < toIndex)
  return inner.map(({ at, strong }) => ({ x: x(fromIndex + at), color: strong ? colors.year : colors.grid }))
}

const valueCount = (height: number): number => Math.max(3, Math.round(height / 48))

function valueTicks({ levels, height }: DrawnPane, isLog: boolean): number[] {
  return levelTicks(levels, { count: valueCount(height), isLog })
}

function drawdownTicks({ levels, height }: DrawnPane): number[] {
  return levelTicks({ low: levels.low, high: 0 }, { count: height > 100 ? 4 : 2, isLog: false })
}

/** Below the lines of the values: the grid and the level of the start; above them a ring at the high. */
export function valueDrawing(scene: Scene, pane: DrawnPane): PaneDrawing {
  const { columns, colors, start } = scene
  const lines: GridLine[] = downLines(scene, pane)
  for (const tick of valueTicks(pane, scene.isLog)) {
    const y = pane.y(tick)
    if (y !== null) lines.push({ y, color: colors.grid })
  }
  const startY = pane.y(start)
  if (startY !== null) lines.push({ y: startY, color: colors.strong, isDashed: true })
  const high = extreme(columns.value, scene, 1)
  const y = pointY(pane, columns.value[high])
  const ring = { radius: 2.5, fill: colors.ground, ring: colors.line }
  return { lines, dots: y === null ? [] : [{ x: pane.x(high), y, ...ring }] }
}

function pointY(pane: DrawnPane, value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : pane.y(value)
}

/** The grid below the waterline. */
export function drawdownDrawing(scene: Scene, pane: DrawnPane): PaneDrawing {
  const { colors } = scene
  const lines: GridLine[] = downLines(scene, pane)
  for (const tick of drawdownTicks(pane)) {
    const y = pane.y(tick)
    if (y !== null) lines.push({ y, color: tick === 0 ? colors.axis : colors.grid })
  }
  return { lines, dots: [] }
}

/** All words of a painting. */
export function sceneLabels(scene: Scene, panes: { value: DrawnPane; drawdown: DrawnPane | null }, frame: Frame): ChartLabel[] {
  const { value, drawdown } = panes
  return [
    ...levelLabels(value, valueTicks(value, scene.isLog), scene.level),
    ...(drawdown === null ? [] : levelLabels(drawdown, drawdownTicks(drawdown), signedPercentLevel)),
    ...dayLabels(scene, value, frame),
    ...endPoints(scene, value, frame),
    ...(frame.isNarrow ? [] : [...endLabels(scene, value, frame), ...highLabel(scene, value, frame)]),
    ...(drawdown === null ? [] : lowestPoint(scene, drawdown, frame)),
    ...(frame.isNarrow || drawdown === null ? [] : fallLabels(scene, drawdown, frame)),
  ]
}

function levelLabels(pane: DrawnPane, ticks: readonly number[], words: Scene['level']): ChartLabel[] {
  const decimals = levelDecimals(ticks)
  return ticks.flatMap((tick) => {
    const y = pane.y(tick)
    return y === null || y < 4 || y > pane.height - 2
      ? []
      : [{ text: words(tick, decimals), x: 0, y: pane.top + y, anchor: 'start' }]
  })
}

function dayLabels({ ticks, fromIndex }: Scene, { x }: DrawnPane, { left, width, height }: Frame): ChartLabel[] {
  return ticks.map(({ at, label, strong, anchor }) => {
    const place = x(fromIndex + at)
    const inside = anchor === 'start' ? Math.max(place, 0) : anchor === 'end' ? Math.min(place, width) : place
    return { text: label, x: left + inside, y: height - 11, anchor, tone: strong ? 'strong' : '' }
  })
}

/** Dots where the lines end. They are no part of the canvas, whose edge would halve them. */
function endPoints({ columns, toIndex }: Scene, pane: DrawnPane, { left }: Frame): ChartLabel[] {
  const ends = [
    { value: columns.benchmark?.[toIndex], tone: 'point other' },
    { value: columns.value[toIndex], tone: 'point own' },
  ]
  return ends.flatMap(({ value, tone }) => {
    const y = pointY(pane, value)
    return y === null ? [] : [{ text: '', x: left + pane.x(toIndex), y: pane.top + y, anchor: 'middle' as const, tone }]
  })
}

function lowestPoint(scene: Scene, pane: DrawnPane, { left }: Frame): ChartLabel[] {
  const low = extreme(scene.columns.drawdown, scene, -1)
  const value = scene.columns.drawdown[low] ?? 0
  const y = value < 0 ? pane.y(value) : null
  return y === null ? [] : [{ text: '', x: left + pane.x(low), y: pane.top + y, anchor: 'middle', tone: 'point fall' }]
}

function endLabels({ columns, toIndex, names, exact }: Scene, pane: DrawnPane, frame: Frame): ChartLabel[] {
  const ends = [
    { name: names.value, value: columns.value[toIndex], tone: 'own' },
    { name: names.benchmark, value: columns.benchmark?.[toIndex], tone: 'other' },
  ].flatMap(({ value, ...rest }) => {
    const y = pointY(pane, value)
    return y === null ? [] : [{ ...rest, text: exact(value!), y }]
  })
  const heights = spreadLabels(
    ends.map(({ y }) => y),
    { gap: 36, top: 14, bottom: pane.height - 14 },
  )
  return ends.flatMap(({ name, text, tone }, place) =>
    twoLines({ name, text, tone }, { x: frame.left + frame.width + 12, y: pane.top + heights[place]! }),
  )
}

function twoLines(
  { name, text, tone }: { name: string; text: string; tone: string },
  { x, y }: { x: number; y: number },
): ChartLabel[] {
  return [
    { text: name, x, y: y - 8, anchor: 'start', tone: `name ${tone}` },
    { text, x, y: y + 8, anchor: 'start', tone: `end ${tone}` },
  ]
}

const letter = 6.4

/** Beside a point, on the side that has room. */
function beside(
  point: { x: number; y: number },
  { text, tone }: { text: string; tone: string },
  { left, width }: Frame,
): ChartLabel {
  const fits = point.x + 8 + text.length * letter < width
  return { text, x: left + point.x + (fits ? 8 : -8), y: point.y, anchor: fits ? 'start' : 'end', tone: `halo ${tone}` }
}

function highLabel(scene: Scene, pane: DrawnPane, frame: Frame): ChartLabel[] {
  const { columns, exact, toIndex } = scene
  const high = extreme(columns.value, scene, 1)
  const y = pointY(pane, columns.value[high])
  if (y === null || high === toIndex) return []
  const text = `High ${exact(columns.value[high]!)}, ${day(columns.dates[high]!)}`
  return [beside({ x: pane.x(high), y: pane.top + Math.max(y - 8, 8) }, { text, tone: '' }, frame)]
}

function fallLabels(scene: Scene, pane: DrawnPane, frame: Frame): ChartLabel[] {
  const { columns, toIndex, names } = scene
  const last = columns.drawdown[toIndex] ?? 0
  const low = extreme(columns.drawdown, scene, -1)
  const isLowest = low === toIndex && last < 0
  const bottom = pane.height - 10
  const height = (value: number, room: number): number =>
    pane.top + Math.min(Math.max(pane.y(value) ?? 0, room), bottom - room + 8)
  const name = isLowest ? `${names.drawdown}, lowest` : names.drawdown
  const end = twoLines(
    { name, text: signedPercent(last), tone: 'fall' },
    { x: frame.left + frame.width + 12, y: height(last, 16) },
  )
  if (isLowest || columns.drawdown[low] === 0) return end
  const text = `${signedPercent(columns.drawdown[low])}, ${day(columns.dates[low]!)}`
  return [...end, beside({ x: pane.x(low), y: height(columns.drawdown[low]!, 8) }, { text, tone: 'fall' }, frame)]
}
