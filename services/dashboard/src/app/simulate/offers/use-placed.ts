import { useRef } from 'react'
import type { RefObject } from 'react'
import { useMeasured } from '../../../ui/use-measured.ts'
import { boxesOf } from '../editor/layer-geometry.ts'

/** Kept free at both sides of a raised layer. */
const margin = 12
/** Narrower than this the layer takes the whole width. */
const narrow = 560

/** Puts a raised layer one line below a place of the text, inside the width of the editor. */
export function usePlaced(
  layer: RefObject<HTMLElement | null>,
  offset: number,
  layout: string,
): RefObject<HTMLDivElement | null> {
  const popup = useRef<HTMLDivElement>(null)
  useMeasured(layer, `${offset} ${layout}`, (text) => {
    const raised = popup.current
    if (raised === null) return
    const style = getComputedStyle(text)
    const [left, top, line] = [style.paddingLeft, style.paddingTop, style.lineHeight].map(Number.parseFloat)
    const box = boxesOf(text, { start: offset, end: offset }).at(-1) ?? new DOMRect(left, top, 0, line)
    const furthest = text.clientWidth - raised.offsetWidth - margin
    const isPhone = text.clientWidth < narrow
    raised.style.left = `${isPhone ? margin : Math.max(margin, Math.min(box.left - 14, furthest))}px`
    raised.style.top = `${box.bottom + 8}px`
  })
  return popup
}
