import { useState } from 'react'
import type { RefObject } from 'react'
import type { Range } from '../faults/faults.ts'
import { boxesOf } from './layer-geometry.ts'
import { useMeasured } from './use-measured.ts'

/** Where stretches of the text are, measured again whenever the text or its room changes. */
function useBoxes(ranges: readonly Range[], { layer, layout }: Layout): DOMRect[][] {
  const [boxes, setBoxes] = useState<DOMRect[][]>([])
  const places = ranges.map(({ start, end }) => `${start}-${end}`).join(' ')
  useMeasured(layer, `${places} ${layout}`, (element) => setBoxes(ranges.map((range) => boxesOf(element, range))))
  return boxes
}

interface Layout {
  layer: RefObject<HTMLElement | null>
  /** Changes when the text flows anew. */
  layout: string
}

/** The number of each fault, at its upper right; the same number stands beside its message. They take no room in the text. */
export function FaultNumbers({ ranges, ...layout }: { ranges: readonly Range[] } & Layout) {
  const boxes = useBoxes(ranges, layout)
  return ranges.map((range, index) => {
    const box = boxes[index]?.at(-1)
    return (
      <span
        key={`${range.start}-${index}`}
        className="tick"
        style={{ left: box?.right ?? 0, top: box?.top ?? 0 }}
        aria-hidden="true"
      >
        {index + 1}
      </span>
    )
  })
}

/** The ground of the word in use, behind its letters; a box a line. */
export function LitGround({ ranges, ...layout }: { ranges: readonly Range[] } & Layout) {
  const boxes = useBoxes(ranges, layout)
  if (ranges.length === 0) return null
  return boxes
    .flatMap(linesOf)
    .map(({ left, top, width, height }) => (
      <span key={`${left} ${top}`} className="lit-ground" style={{ left, top, width, height }} />
    ))
}

/** One box for all that stands in the same line. */
function linesOf(boxes: readonly DOMRect[]): DOMRect[] {
  return [...Map.groupBy(boxes, ({ top }) => Math.round(top)).values()].map((line) => {
    const left = Math.min(...line.map((box) => box.left))
    const right = Math.max(...line.map((box) => box.right))
    return new DOMRect(left, line[0]!.top, right - left, line[0]!.height)
  })
}
