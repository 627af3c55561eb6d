import { useRef } from 'react'
import type { RefObject } from 'react'
import { useMeasured } from '../../../ui/use-measured.ts'
import { boxesOf } from '../editor/layer-geometry.ts'
import { raisedPlace } from './raised-place.ts'

/** Puts a raised layer below a place of the text, and never over the button that runs. */
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
    const size = { width: raised.offsetWidth, height: raised.offsetHeight }
    const place = raisedPlace({ at: box, size, width: text.clientWidth, free: runButton(raised, text) })
    Object.assign(raised.style, { left: `${place.left}px`, top: `${place.top}px` })
  })
  return popup
}

/** Where Run stands, relative to the text. */
function runButton(raised: HTMLElement, text: HTMLElement): DOMRect | null {
  const button = raised.closest('.edwrap')?.querySelector('.foot .btn')?.getBoundingClientRect()
  if (button === undefined) return null
  const origin = text.getBoundingClientRect()
  return new DOMRect(button.x - origin.x, button.y - origin.y, button.width, button.height)
}
