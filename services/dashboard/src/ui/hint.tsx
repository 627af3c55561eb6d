import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import './layer.css'
import { layerPlace } from './layer-place.ts'

const delayMs = 200
/** Long enough to reach the words from what they explain. */
const lingerMs = 150

export interface HintProps {
  /** What it explains: it opens the hint by focus and by being pointed at. */
  trigger: ReactNode
  children: ReactNode
}

/** A few words on what is pointed at or has the focus. They stay under the pointer, and Escape takes them away. */
export function Hint({ trigger, children }: HintProps) {
  const [isShown, setShown] = useState(false)
  const timer = useRef(0)
  const place = useRef<HTMLSpanElement>(null)
  const turn = (isOn: boolean, wait: number): void => {
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => setShown(isOn), wait)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <span
      ref={place}
      onPointerEnter={({ pointerType }) => pointerType === 'mouse' && turn(true, isShown ? 0 : delayMs)}
      onPointerLeave={() => turn(false, lingerMs)}
      onFocus={({ target }) => target.matches(':focus-visible') && turn(true, 0)}
      onBlur={() => turn(false, 0)}
      onKeyDown={({ key }) => key === 'Escape' && turn(false, 0)}
    >
      {trigger}
      {isShown && <Words anchor={place}>{children}</Words>}
    </span>
  )
}

function Words({ anchor, children }: { anchor: { current: HTMLElement | null }; children: ReactNode }) {
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [words, over] = [layer.current, anchor.current]
    if (words === null || over === null) return
    words.showPopover()
    const { width, height } = words.getBoundingClientRect()
    const window = { width: document.documentElement.clientWidth, height: innerHeight }
    const room = { anchor: over.getBoundingClientRect(), size: { width, height }, window } as const
    const { left, top } = layerPlace({ ...room, align: 'start', side: 'above' })
    Object.assign(words.style, { left: `${left}px`, top: `${top}px` })
    words.dataset['placed'] = ''
  }, [anchor])
  return (
    <div ref={layer} popover="manual" className="layer tip" role="tooltip">
      {children}
    </div>
  )
}
