/** What a person chose on this device. Nothing here is secret or belongs to the account. */
export interface Settings {
  theme: 'system' | 'light' | 'dark'
  /** Colors of gains and losses. */
  gain: 'blue' | 'green'
  /** An IANA zone, or null for that of the device. */
  zone: string | null
  /** Whether single keys (`g r`, `/`) act. */
  shortcuts: boolean
  hideAmounts: boolean
  notifications: boolean
}

const key = 'portofino.settings'
const defaults: Settings = {
  theme: 'system',
  gain: 'blue',
  zone: null,
  shortcuts: true,
  hideAmounts: false,
  notifications: false,
}
const listeners = new Set<() => void>()
let current = stored()

function stored(): Settings {
  try {
    const given = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Settings>
    return { ...defaults, ...given }
  } catch {
    // Closed storage, or something else under our key: the defaults hold.
    return defaults
  }
}

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
    try {
      localStorage.setItem(key, JSON.stringify(current))
      return true
    } catch {
      return false
    }
  },
}

// Another tab may change them.
addEventListener('storage', (event) => {
  if (event.key === key) take(stored())
})
