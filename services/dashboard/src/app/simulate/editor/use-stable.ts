import { useCallback, useLayoutEffect, useRef } from 'react'

/** The same function for ever, which does what the latest one does: so that what it is given to need not be drawn again. */
export function useStable<Arguments extends unknown[]>(act: (...given: Arguments) => void): (...given: Arguments) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: Arguments) => latest.current(...given), [])
}
