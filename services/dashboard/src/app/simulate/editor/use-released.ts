import { useEffect, useMemo } from 'react'

/** Acts once no button or finger is down, and never in the middle of a click: what is pressed must not move away before it is released. */
export function useReleased(): (act: () => void) => void {
  const press = useMemo(() => ({ isDown: false, waiting: new Set<() => void>() }), [])
  useEffect(() => {
    const down = (): void => void (press.isDown = true)
    const up = (): void => {
      press.isDown = false
      // The click comes after it, in the same task.
      setTimeout(() => {
        for (const act of press.waiting) act()
        press.waiting.clear()
      })
    }
    const ends = ['pointerup', 'pointercancel', 'dragend', 'blur'] as const
    addEventListener('pointerdown', down, { capture: true })
    for (const end of ends) addEventListener(end, up, { capture: end !== 'blur' })
    return () => {
      removeEventListener('pointerdown', down, { capture: true })
      for (const end of ends) removeEventListener(end, up, { capture: end !== 'blur' })
    }
  }, [press])
  return useMemo(
    () => (act) => {
      if (press.isDown) press.waiting.add(act)
      // A tap moves the focus after its pointer was lifted, and clicks in the same task.
      else setTimeout(act)
    },
    [press],
  )
}
