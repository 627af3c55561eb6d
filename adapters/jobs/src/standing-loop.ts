export interface StandingLoop extends AsyncDisposable {
  /** There may be something to do. */
  wake(): void
}

export interface LoopOptions {
  /** Does what there is to do now and says whether there may be more at once. */
  step: () => Promise<boolean>
  /** So often it looks even when nothing wakes it. */
  idleMs: number
  onFault: (fault: unknown) => void
}

/** Repeats the step whenever it is woken, and now and then. Disposing waits for the step that goes on. */
export function standingLoop({ step, idleMs, onFault }: LoopOptions): StandingLoop {
  const stopping = new AbortController()
  let called = Promise.withResolvers<void>()

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      // From here on a call counts: the step may have looked already.
      called = Promise.withResolvers()
      const isMore = await step().catch((fault: unknown) => {
        onFault(fault)
        return false
      })
      if (isMore) continue
      const timer = setTimeout(called.resolve, idleMs)
      await called.promise
      clearTimeout(timer)
    }
  }

  const looping = loop()
  return {
    wake: () => called.resolve(),
    async [Symbol.asyncDispose]() {
      stopping.abort()
      called.resolve()
      await looping
    },
  }
}
