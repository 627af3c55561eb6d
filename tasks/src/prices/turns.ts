/** Lets a few do something at a time; the others wait in order. */
export interface Turns {
  /** Rejects with the reason of the signal when it is aborted before the turn comes. */
  take<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value>
}

export function openTurns(atOnce: number): Turns {
  let free = atOnce
  const waiting = new Set<() => void>()

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (free > 0) {
      free--
      return
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const abort = (): void => {
      waiting.delete(resolve)
      reject(signal?.reason)
    }
    waiting.add(resolve)
    signal?.addEventListener('abort', abort, { once: true })
    await promise.finally(() => signal?.removeEventListener('abort', abort))
  }

  function pass(): void {
    const [next] = waiting
    if (next === undefined) free++
    else {
      waiting.delete(next)
      next()
    }
  }

  return {
    async take(work, signal) {
      await turn(signal)
      try {
        return await work()
      } finally {
        pass()
      }
    },
  }
}
