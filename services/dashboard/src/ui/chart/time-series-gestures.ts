import type { ShownPart } from './time-series-engine.ts'

interface Gestures {
  shown: () => ShownPart | null
  show: (part: ShownPart) => void
  /** Pixels of the plot to a session. */
  indexAt: (x: number) => number
  onRead: (index: number | null) => void
  count: () => number
}

/** Sessions that stay in sight, at least. */
const fewest = 5

/** A part, grown or shrunk around one of its sessions, within the run. */
export function zoomed(
  { from, to }: ShownPart,
  { around, factor, count }: { around: number; factor: number; count: number },
): ShownPart {
  const size = Math.min(Math.max((to - from) * factor, fewest), count - 1)
  const share = to > from ? (around - from) / (to - from) : 0.5
  return within({ from: around - share * size, to: around + (1 - share) * size }, count)
}

/** A part, moved by so many sessions, within the run. */
export function shifted({ from, to }: ShownPart, { by, count }: { by: number; count: number }): ShownPart {
  return within({ from: from + by, to: to + by }, count)
}

function within({ from, to }: ShownPart, count: number): ShownPart {
  const size = Math.min(to - from, count - 1)
  const start = Math.min(Math.max(from, 0), count - 1 - size)
  return { from: start, to: start + size }
}

/** Ctrl and wheel zoom, a sideways wheel pans; the plain wheel scrolls the page, as everywhere. Touch reads. The answer ends it all. */
export function listenToGestures(plot: HTMLElement, { shown, show, indexAt, onRead, count }: Gestures): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const xOf = ({ clientX }: MouseEvent): number => clientX - plot.getBoundingClientRect().left
  const onWheel = (event: WheelEvent): void => {
    const part = shown()
    const isZoom = event.ctrlKey || event.metaKey
    const isPan = Math.abs(event.deltaX) > Math.abs(event.deltaY)
    if (part === null || !(isZoom || isPan)) return
    event.preventDefault()
    const perPixel = (part.to - part.from) / plot.clientWidth
    if (isZoom) show(zoomed(part, { around: indexAt(xOf(event)), factor: Math.exp(event.deltaY * 0.004), count: count() }))
    else show(shifted(part, { by: event.deltaX * perPixel, count: count() }))
  }
  const onTouch = (event: PointerEvent): void => {
    if (event.pointerType !== 'mouse') onRead(indexAt(xOf(event)))
  }
  plot.addEventListener('wheel', onWheel, { passive: false, signal })
  plot.addEventListener('pointerdown', onTouch, { signal })
  plot.addEventListener('pointermove', onTouch, { signal })
  return () => stop.abort()
}
