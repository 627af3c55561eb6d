import { useEffect, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import './layer.css'
import { placeLayer } from './layer-place.ts'

const delayMs = 200
/** Long enough to reach the words from what they explain. */
const lingerMs = 150

interface HintProps {
  /** What it explains: it opens the hint by focus and by being pointed at. */
  trigger: ReactNode
  /** A press opens it as well, since the trigger does nothing else. */
  isPressed?: boolean
  children: ReactNode
}

/** A few words on what is pointed at or has the focus. They stay under the pointer; Escape and a press elsewhere take them away. */
export function Hint({ trigger, isPressed = false, children }: HintProps) {
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
      onPointerLeave={({ pointerType }) => pointerType === 'mouse' && turn(false, lingerMs)}
      onFocus={({ target }) => target.matches(':focus-visible') && turn(true, 0)}
      onBlur={() => turn(false, 0)}
      onClick={() => isPressed && turn(true, 0)}
    >
      {trigger}
      {isShown && (
        <Words anchor={place} onLeave={() => turn(false, 0)}>
          {children}
        </Words>
      )}
    </span>
  )
}

interface WordsProps {
  anchor: RefObject<HTMLElement | null>
  onLeave: () => void
  children: ReactNode
}

function Words({ anchor, onLeave, children }: WordsProps) {
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [words, over] = [layer.current, anchor.current]
    if (words === null || over === null) return
    words.showPopover()
    placeLayer(words, over, { align: 'start', side: 'above' })
  }, [anchor])
  useEffect(() => {
    // Wherever the focus is: the pointer alone opens them too.
    const escape = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') onLeave()
    }
    const press = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node && anchor.current?.contains(target))) onLeave()
    }
    document.addEventListener('keydown', escape)
    document.addEventListener('pointerdown', press)
    return () => {
      document.removeEventListener('keydown', escape)
      document.removeEventListener('pointerdown', press)
    }
  }, [anchor, onLeave])
  return (
    <div ref={layer} popover="manual" className="layer tip" role="tooltip">
      {children}
    </div>
  )
}
