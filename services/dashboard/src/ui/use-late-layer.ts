import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'

export interface LateLayer {
  /** Whether it was ever asked for. */
  isWanted: boolean
  /** For the root of the library. */
  root: { actionsRef: RefObject<RootActions | null>; onOpenChange: (isOpen: boolean) => void }
  /** For the button that opens it. */
  trigger: { onPointerEnter: () => void; onFocus: () => void }
  /** For the popup. */
  popup: RefObject<HTMLDivElement | null>
}

interface RootActions {
  close: () => void
  unmount: () => void
}

/**
 * A layer over the page whose code comes when its button is approached, since most visits open none. One that is closed before its code
 * is there never shows.
 */
export function useLateLayer(load: () => Promise<unknown>): LateLayer {
  const [isOpen, setOpen] = useState<boolean | null>(null)
  const actions = useRef<RootActions>(null)
  const popup = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The library would wait for the end of the closing of what is not there.
    if (isOpen === false && popup.current === null) actions.current?.unmount()
  }, [isOpen])
  const approach = (): void => void load()
  return {
    isWanted: isOpen !== null,
    root: { actionsRef: actions, onOpenChange: setOpen },
    trigger: { onPointerEnter: approach, onFocus: approach },
    popup,
  }
}
