import { useSyncExternalStore } from 'react'
import { hiddenMoney, price } from '../format.ts'
import type { Money } from '../format.ts'
import { useMedia } from '../ui/use-media.ts'
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

/** The theme that the page does not have now, by choice or by the system: in words, and to take. */
export function useOtherTheme(): { label: string; take: () => void } {
  const { theme } = useSettings()
  const isDarkSystem = useMedia('(prefers-color-scheme: dark)')
  const other = (theme === 'system' ? isDarkSystem : theme === 'dark') ? 'light' : 'dark'
  return { label: `Use the ${other} theme`, take: () => void settings.change({ theme: other }) }
}
