import { useEffect, useState } from 'react'
import { isTyping } from '../../keys/stroke.ts'

/** As long as nothing is typed, somebody who writes has paused. */
const pauseMs = 900

/**
 * Turns true once something that takes the keys is wanted and nobody is typing: letters on their way into a field would go
 * elsewhere. Where no field has the keys that is at once.
 */
export function usePauseInTyping(isWanted: boolean): boolean {
  const [isPaused, setPaused] = useState(false)
  useEffect(() => {
    if (!isWanted) {
      setPaused(false)
      return undefined
    }
    let timer = setTimeout(setPaused, isTyping(document.activeElement) ? pauseMs : 0, true)
    const typed = (): void => {
      clearTimeout(timer)
      timer = setTimeout(setPaused, pauseMs, true)
    }
    document.addEventListener('input', typed)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('input', typed)
    }
  }, [isWanted])
  return isWanted && isPaused
}
