import { useMemo, useSyncExternalStore } from 'react'

/** Where the layout is that of a phone. */
export const phones = '(max-width: 639.98px)'

/** Whether a media query holds now; the component follows. */
export function useMedia(query: string): boolean {
  const media = useMemo(() => matchMedia(query), [query])
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => media.matches,
  )
}
