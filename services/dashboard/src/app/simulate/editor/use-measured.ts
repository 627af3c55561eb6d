import { useLayoutEffect } from 'react'
import type { RefObject } from 'react'
import { useStable } from './use-stable.ts'

/** Measures an element before it is painted: whenever the key changes, and whenever its size does. */
export function useMeasured(target: RefObject<HTMLElement | null>, key: string, measure: (element: HTMLElement) => void): void {
  const latest = useStable(measure)
  useLayoutEffect(() => {
    const element = target.current
    if (element === null) return undefined
    latest(element)
    const observer = new ResizeObserver(() => latest(element))
    observer.observe(element)
    return () => observer.disconnect()
  }, [target, key, latest])
}
