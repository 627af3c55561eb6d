interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

interface LayerRoom {
  /** Of what it belongs to. */
  anchor: Box
  size: { width: number; height: number }
  window: { width: number; height: number }
  /** Which edges stand over each other. */
  align: 'start' | 'end'
  side?: 'below' | 'above'
}

/** Between a layer and what it belongs to, and the edge of the window. */
const gap = 6

/** Where a layer stands: on its side if it fits there, else on the other one, and never outside the window. */
export function layerPlace({ anchor, size, window, align, side = 'below' }: LayerRoom): { left: number; top: number } {
  const below = anchor.bottom + gap
  const above = anchor.top - gap - size.height
  const fitsBelow = below + size.height <= window.height - gap
  const fitsAbove = above >= gap
  const isBelow = side === 'below' ? fitsBelow || !fitsAbove : !fitsAbove && fitsBelow
  const left = align === 'start' ? anchor.left : anchor.right - size.width
  return {
    left: within(left, window.width - size.width),
    top: within(isBelow ? below : above, window.height - size.height),
  }
}

function within(value: number, room: number): number {
  return Math.max(gap, Math.min(value, room - gap))
}

/** Sets a layer that is shown beside what it belongs to. */
export function placeLayer(layer: HTMLElement, anchor: Element, side: Pick<LayerRoom, 'align' | 'side'>): void {
  const size = layer.getBoundingClientRect()
  const window = { width: document.documentElement.clientWidth, height: innerHeight }
  const { left, top } = layerPlace({ anchor: anchor.getBoundingClientRect(), size, window, ...side })
  Object.assign(layer.style, { left: `${left}px`, top: `${top}px` })
  layer.dataset['placed'] = ''
}
