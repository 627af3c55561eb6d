import type { ReactNode } from 'react'
import { useId, useState } from 'react'
import '../chart.css'
import type { ChartRows } from './chart-table.tsx'
import { ChartTable } from './chart-table.tsx'
import { ChartReader } from './chart-reader.tsx'
import type { PrintWidth } from './use-width.ts'
import { useWidth } from './use-width.ts'

/** What a drawing needs to know. */
export interface DrawingRoom {
  width: number
  height: number
  /** The position being read. */
  at: number | null
}

export interface ChartFrame {
  title: string
  /** Right of the title while nothing is read. */
  note?: ReactNode
  /** One sentence that says what the chart shows. */
  summary: string
  height: number
  print?: PrintWidth
  table: () => ChartRows
  isTableOpen: boolean
  onTable?: (() => void) | undefined
  className?: string
}

interface ChartFigureProps extends ChartFrame {
  count: number
  nearest: (x: number, width: number) => number
  words: (at: number) => string
  renderDrawing: (room: DrawingRoom) => ReactNode
}

/** A chart with its caption, its sentence, what is read from it, and its table. */
export function ChartFigure({ title, note, summary, height, print = 'full', className, ...chart }: ChartFigureProps) {
  const { count, nearest, words, renderDrawing, table, isTableOpen, onTable } = chart
  const [at, setAt] = useState<number | null>(null)
  const [place, width] = useWidth<HTMLDivElement>(print)
  const id = useId()
  return (
    <figure className={['chart-figure', className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <figcaption className="sub">
        <h3 id={id}>{title}</h3>
        <span className="reading">{at === null ? note : words(at)}</span>
      </figcaption>
      <p className="sr">{summary}</p>
      <ChartReader
        {...{ place, height, count, at, words, onTable }}
        label={`${title}, values by arrow keys`}
        onRead={setAt}
        nearest={(x) => nearest(x, width)}
      >
        {width > 0 && (
          <svg viewBox={`0 0 ${width} ${height}`} height={height} aria-hidden="true">
            {renderDrawing({ width, height, at })}
          </svg>
        )}
      </ChartReader>
      {isTableOpen && <ChartTable caption={title} {...table()} />}
    </figure>
  )
}
