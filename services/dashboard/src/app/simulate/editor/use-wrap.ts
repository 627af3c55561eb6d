import { useState } from 'react'
import type { RefObject } from 'react'
import { useMeasured } from './use-measured.ts'
import { wrapColumns } from './wrap-columns.ts'

interface Room {
  /** Content width of the layer, without what we add to its padding. */
  width: number
  /** Of one character. */
  advance: number
}

/** How many pixels to leave free at the right, so that lines end before a word that would break at a hyphen. */
export function useWrap(text: string, box: RefObject<HTMLElement | null>, probe: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState<Room | null>(null)
  const measure = (): void => {
    const [element, letters] = [box.current, probe.current]
    if (element === null || letters === null) return
    const style = getComputedStyle(element)
    const width =
      element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.getPropertyValue('--pad-end'))
    const advance = letters.getBoundingClientRect().width / letters.textContent.length
    setRoom((before) => (before?.width === width && before.advance === advance ? before : { width, advance }))
  }
  useMeasured(box, '', measure)
  // Another size of letters, such as when the font has come.
  useMeasured(probe, '', measure)
  if (room === null || !(room.advance > 0)) return 0
  const columns = Math.floor(room.width / room.advance + 0.01)
  const chosen = wrapColumns(text, columns)
  return chosen === columns ? 0 : Math.max(0, room.width - chosen * room.advance - 1)
}
