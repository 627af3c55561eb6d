import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { offsetAt } from '../editor/layer-geometry.ts'

/** Long enough that a pointer on its way does not open anything. */
const delay = 400
/** Long enough to reach the card. */
const grace = 250

export interface Hovered {
  /** The offset that a card is asked for; null for none. */
  offset: number | null
  ask: (offset: number) => void
  close: () => void
  onPointerMove: (point: { clientX: number; clientY: number; pointerType: string }) => void
  onPointerLeave: () => void
  /** The pointer is on the card itself. */
  keep: () => void
}

/** Which word the pointer rests on. */
export function useHovered(layer: RefObject<HTMLElement | null>): Hovered {
  const [offset, setOffset] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const under = useRef<number | null>(null)
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = useCallback((next: number | null, wait: number): void => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setOffset(next), wait)
  }, [])
  const onPointerMove = useCallback<Hovered['onPointerMove']>(
    ({ clientX, clientY, pointerType }) => {
      const found = pointerType === 'mouse' && layer.current !== null ? offsetAt(layer.current, { x: clientX, y: clientY }) : null
      if (found === under.current) return
      under.current = found
      later(found, found === null ? grace : delay)
    },
    [layer, later],
  )
  const onPointerLeave = useCallback(() => {
    under.current = null
    later(null, grace)
  }, [later])
  const close = useCallback(() => {
    clearTimeout(timer.current)
    setOffset(null)
  }, [])
  const keep = useCallback(() => clearTimeout(timer.current), [])
  return { offset, ask: setOffset, close, onPointerMove, onPointerLeave, keep }
}
