import { useSyncExternalStore } from 'react'
import { hiddenMoney, price } from '../format.ts'
import type { Money } from '../format.ts'
import { settings } from './settings.ts'
import type { Settings } from './settings.ts'

/** The settings of this device; the component follows their changes. */
export function useSettings(): Settings {
  return useSyncExternalStore(settings.subscribe, settings.current)
}

/** Writes amounts, or hides them where that is wished. Files and commands are not asked. */
export function useMoney(): Money {
  return useSettings().hideAmounts ? hiddenMoney : price
}

/** Whether the page is dark now, by choice or by the system. */
export function useIsDark(): boolean {
  const { theme } = useSettings()
  const isDarkSystem = useSyncExternalStore(
    (changed) => {
      darkSystem.addEventListener('change', changed)
      return () => darkSystem.removeEventListener('change', changed)
    },
    () => darkSystem.matches,
  )
  return theme === 'system' ? isDarkSystem : theme === 'dark'
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
