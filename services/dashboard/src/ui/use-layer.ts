import { useEffect, useId, useRef, useState } from 'react'
import type { ToggleEvent } from 'react'
import { flushSync } from 'react-dom'
import { placeLayer } from './layer-place.ts'

interface LayerOptions {
  align: 'start' | 'end'
  /** Told when it is there, in its place. */
  onShown?: (layer: HTMLElement) => void
}

/**
 * A layer above the page by the browser's own popover: a click beside it and Escape close it, and the focus goes back to its button. What
 * is in it is drawn while it is open only.
 */
export function useLayer({ align, onShown }: LayerOptions) {
  const id = useId()
  const layer = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)

  const settle = (): void => {
    const anchor = document.querySelector(`[popovertarget="${id}"]`)
    if (layer.current !== null && anchor !== null) placeLayer(layer.current, anchor, { align })
  }
  const latest = useRef(settle)
  useEffect(() => {
    latest.current = settle
  })
  useEffect(() => {
    if (!isOpen) return undefined
    const follow = (): void => latest.current()
    addEventListener('scroll', follow, { capture: true, passive: true })
    addEventListener('resize', follow)
    return () => {
      removeEventListener('scroll', follow, { capture: true })
      removeEventListener('resize', follow)
    }
  }, [isOpen])

  return {
    isOpen,
    close: () => layer.current?.hidePopover(),
    trigger: { popoverTarget: id, 'aria-expanded': isOpen, 'aria-controls': isOpen ? id : undefined },
    layer: {
      id,
      ref: layer,
      popover: 'auto' as const,
      onBeforeToggle: ({ newState, currentTarget }: ToggleEvent<HTMLDivElement>) => {
        delete currentTarget.dataset['placed']
        if (newState === 'open') flushSync(() => setOpen(true))
      },
      onToggle: ({ newState, currentTarget }: ToggleEvent<HTMLDivElement>) => {
        // Not before: the browser gives the focus back from what is in the layer.
        if (newState === 'closed') return setOpen(false)
        settle()
        onShown?.(currentTarget)
      },
    },
  }
}
