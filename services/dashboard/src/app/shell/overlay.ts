/** What lies over the page by a shortcut or a button of the frame; one at a time. */
type Overlay = 'menu' | 'palette' | 'shortcuts' | null

const listeners = new Set<() => void>()
let current: Overlay = null

export const overlay = {
  current: (): Overlay => current,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  show(next: Overlay): void {
    current = next
    for (const listener of listeners) listener()
  },
}
