import type { Range } from '../faults/faults.ts'

/** Where stretches of the text are on the screen. The colored layer has a span for each piece, with its offset in `data-start`. */

/** The boxes of a stretch, one a line, relative to the layer. */
export function boxesOf(layer: HTMLElement, { start, end }: Range): DOMRect[] {
  const from = positionOf(layer, start)
  const to = positionOf(layer, end)
  if (from === null || to === null) return []
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  const origin = layer.getBoundingClientRect()
  return Array.from(
    range.getClientRects(),
    ({ left, top, width, height }) => new DOMRect(left - origin.left, top - origin.top, width, height),
  )
}

function positionOf(layer: HTMLElement, offset: number): { node: Text; offset: number } | null {
  const spans = layer.querySelectorAll<HTMLElement>('[data-start]')
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const start = Number(spans[index]!.dataset['start'])
    const node = spans[index]!.firstChild
    if (start <= offset && node instanceof Text) return { node, offset: Math.min(offset - start, node.length) }
  }
  return null
}

/** The offset of the piece that is under a point of the window; null beside the text. */
export function offsetAt(layer: HTMLElement, { x, y }: { x: number; y: number }): number | null {
  for (const element of document.elementsFromPoint(x, y)) {
    if (!(element instanceof HTMLElement) || element.dataset['start'] === undefined || !layer.contains(element)) continue
    return /^\s+$/.test(element.textContent) ? null : Number(element.dataset['start']) + 1
  }
  return null
}
