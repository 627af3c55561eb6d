import { useEffect, useState } from 'react'

/** Whole seconds until a moment (in ms), counted down; 0 when it has passed or there is none. */
export function useSecondsLeft(until: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  const left = until === null ? 0 : Math.max(0, Math.ceil((until - now) / 1000))
  const isCounting = left > 0
  useEffect(() => {
    if (!isCounting) return undefined
    const timer = setInterval(() => setNow(Date.now()), 250)
    return () => clearInterval(timer)
  }, [isCounting])
  // A new moment counts from now, not from when the last one passed.
  useEffect(() => setNow(Date.now()), [until])
  return left
}
