import { onDevice } from '../stored-text.ts'
import { checkedSettings } from './checked-settings.ts'
import type { Settings } from './checked-settings.ts'

export type { Settings } from './checked-settings.ts'

const key = 'portofino.settings'
const kept = onDevice(key)
const listeners = new Set<() => void>()
let current = checkedSettings(kept.read())

function show({ theme, gain }: Settings): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
  if (gain === 'green') dataset['gain'] = 'green'
  else delete dataset['gain']
}

function take(next: Settings): void {
  current = next
  show(next)
  for (const listener of listeners) listener()
}

export const settings = {
  current: (): Settings => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** Takes a change at once. False where this browser stores nothing, so that it holds until the page is closed. */
  change(change: Partial<Settings>): boolean {
    take({ ...current, ...change })
    return kept.keep(JSON.stringify(current))
  },
}

// Another tab may change them.
addEventListener('storage', (event) => {
  if (event.key === key) take(checkedSettings(kept.read()))
})
