const listeners = new Set<() => void>()
let count = 0

function change(by: number): void {
  count += by
  for (const listener of listeners) listener()
}

/** Whether a run is being started, which leads away from the page. */
export const starting = {
  is: (): boolean => count > 0,
  /** Calls back after each change; the answer ends that. */
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  async during<Result>(act: () => Promise<Result>): Promise<Result> {
    change(1)
    return act().finally(() => change(-1))
  },
}
