import { useLayoutEffect, useState } from 'react'
import type { RefObject } from 'react'
import type { Range } from './faults.ts'
import { boxesOf } from './layer-geometry.ts'

interface Place {
  left: number
  top: number
}

/** The number of each fault, at its upper right; the same number stands beside its message. They take no room in the text. */
export function FaultNumbers({
  ranges,
  layer,
  layout,
}: {
  ranges: readonly Range[]
  layer: RefObject<HTMLElement | null>
  layout: string
}) {
  const [places, setPlaces] = useState<Place[]>([])
  useLayoutEffect(() => {
    const element = layer.current
    if (element === null || ranges.length === 0) return
    const place = (): void => {
      setPlaces(
        ranges.map((range) => {
          const box = boxesOf(element, range).at(-1)
          return box === undefined ? { left: 0, top: 0 } : { left: box.right, top: box.top }
        }),
      )
    }
    place()
    const observer = new ResizeObserver(place)
    observer.observe(element)
    return () => observer.disconnect()
  }, [ranges, layer, layout])
  return (
    <>
      {ranges.map((range, index) => (
        <span key={`${range.start}-${index}`} className="tick" style={places[index]} aria-hidden="true">
          {index + 1}
        </span>
      ))}
    </>
  )
}
