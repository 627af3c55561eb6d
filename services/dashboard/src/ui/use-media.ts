import { useMemo, useSyncExternalStore } from 'react'

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

/** Whether tables are too wide here, so that lists are cards. */
export function useIsPhone(): boolean {
  return useMedia('(max-width: 639.98px)')
}
