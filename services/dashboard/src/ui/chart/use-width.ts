import type { RefObject } from 'react'
import { useRef, useState } from 'react'
import { useMeasured } from '../use-measured.ts'
import { useIsPrinting } from './printing.ts'

/** CSS pixels of an A4 sheet between its margins of 16 mm, and of half of it beside a gap of 24. */
const printWidths = { full: 672, half: 324 } as const

export type PrintWidth = keyof typeof printWidths

/** The width that a chart has now, 0 before it is known; on paper that of its column there. */
export function useWidth<Place extends HTMLElement>(print: PrintWidth): [RefObject<Place | null>, number] {
  const place = useRef<Place>(null)
  const [width, setWidth] = useState(0)
  const isPrinting = useIsPrinting()
  useMeasured(place, '', (element) => setWidth(Math.round(element.getBoundingClientRect().width)))
  return [place, isPrinting ? printWidths[print] : width]
}
