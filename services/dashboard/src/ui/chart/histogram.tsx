import { count as counted, signedPercent, signedPercentLevel } from '../../format.ts'
import type { ChartFrame, DrawingRoom } from './chart-figure.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { labelWidth } from './plot-room.ts'
import { linearScale, roundLevels } from './scale.ts'
import type { Span } from './scale.ts'
import { levelDecimals } from './value-axis.ts'

interface HistogramProps extends Omit<ChartFrame, 'table'> {
  /** Shape [k + 1]. */
  edges: readonly number[]
  /** Shape [k]. */
  counts: readonly number[]
  /** What is counted: "days". */
  noun: string
  /** A level on the axis with its name. */
  mark: { name: string; value: number } | null
}

/** How often returns of each size came. Losses lie left of zero. */
export function Histogram({ edges, counts, noun, mark, ...frame }: HistogramProps) {
  const range = (bin: number): string => `${signedPercent(edges[bin], 1)} to ${signedPercent(edges[bin + 1], 1)}`
  const left = roomOfCounts(counts)
  // All bins are equally wide.
  const nearest = (x: number, width: number): number =>
    Math.max(0, Math.min(counts.length - 1, Math.floor(((x - left) / (width - left)) * counts.length)))
  return (
    <ChartFigure
      {...frame}
      count={counts.length}
      nearest={nearest}
      words={(bin) => `${range(bin)}: ${counted(counts[bin])} ${noun}`}
      table={() => ({ head: ['Return', noun], rows: counts.map((count, bin) => [range(bin), counted(count)]) })}
      renderDrawing={(room) => <Bars {...{ edges, counts, noun, mark, room }} />}
    />
  )
}

const top = 22
const below = 24

type BarsProps = Pick<HistogramProps, 'edges' | 'counts' | 'noun' | 'mark'> & { room: DrawingRoom }

function Bars({ edges, counts, noun, mark, room: { width, height, at } }: BarsProps) {
  const span: Span = [edges[0]!, edges.at(-1)!]
  const x = linearScale(span, [roomOfCounts(counts), width])
  const bottom = height - below
  const y = linearScale([0, highestOf(counts)], [bottom, top])
  const levels = countLevels(counts)
  return (
    <>
      {levels.map((level, i) => (
        <g key={level}>
          <line x1={0} x2={width} y1={y(level)} y2={y(level)} stroke="var(--grid)" shapeRendering="crispEdges" />
          <text x={0} y={y(level) - 4} className="halo">
            {i === levels.length - 1 ? `${counted(level)} ${noun}` : counted(level)}
          </text>
        </g>
      ))}
      {counts.map((count, bin) => (
        <rect
          key={edges[bin]}
          x={x(edges[bin]!) + 0.75}
          width={Math.max(0.5, x(edges[bin + 1]!) - x(edges[bin]!) - 1.5)}
          y={y(count)}
          height={bottom - y(count)}
          fill={edges[bin]! < -1e-12 ? 'var(--loss)' : 'var(--gain)'}
          opacity={at === null || at === bin ? 0.82 : 0.4}
        />
      ))}
      <line x1={0} x2={width} y1={bottom} y2={bottom} stroke="var(--control-line)" shapeRendering="crispEdges" />
      {mark !== null && <Mark name={mark.name} value={mark.value} x={x(mark.value)} bottom={bottom} />}
      <ReturnLabels span={span} x={x} y={height - 5} width={width} />
    </>
  )
}

const highestOf = (counts: readonly number[]): number => Math.max(1, ...counts)

function countLevels(counts: readonly number[]): number[] {
  return roundLevels([0, highestOf(counts)], 3).filter((level) => level > 0 && Number.isInteger(level))
}

/** Left of the bars, which may be tall from the first one on. The highest level stands above them, with what is counted. */
function roomOfCounts(counts: readonly number[]): number {
  return Math.ceil(labelWidth(countLevels(counts).map(counted))) + 6
}

const markRoom = 90

/** Left of its line, where bars are low; above all bars and right of the topmost level where there is no room. */
function Mark({ name, value, x, bottom }: { name: string; value: number; x: number; bottom: number }) {
  const isRight = x < markRoom
  const place = { x: isRight ? Math.max(x, markRoom - 26) : x - 6, textAnchor: isRight ? ('start' as const) : ('end' as const) }
  return (
    <>
      <line x1={x} x2={x} y1={isRight ? top : top + 40} y2={bottom} stroke="var(--ink)" shapeRendering="crispEdges" />
      <text {...place} y={isRight ? top - 10 : top + 50} className="halo">
        {name}
        <tspan className="lab strong" {...(isRight ? { dx: 6 } : { x: place.x, dy: 16 })}>
          {signedPercent(value)}
        </tspan>
      </text>
    </>
  )
}

interface ReturnLabelsProps {
  span: Span
  x: (value: number) => number
  y: number
  width: number
}

function ReturnLabels({ span, x, y, width }: ReturnLabelsProps) {
  const ticks = roundLevels(span, Math.max(3, Math.round(width / 80)))
  const decimals = levelDecimals(ticks)
  const inSight = ticks.filter((tick) => x(tick) > 18 && x(tick) < width - 18)
  return inSight.map((tick) => (
    <text key={tick} x={x(tick)} y={y} textAnchor="middle">
      {signedPercentLevel(tick, decimals)}
    </text>
  ))
}
