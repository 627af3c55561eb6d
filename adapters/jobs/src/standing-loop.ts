import { setTimeout as pause } from 'node:timers/promises'

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
  let awake = new AbortController()

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      awake = new AbortController()
      const isMore = await step().catch((fault: unknown) => {
        onFault(fault)
        return false
      })
      if (!isMore) await pause(idleMs, undefined, { signal: awake.signal }).catch(() => undefined)
    }
  }

  const looping = loop()
  return {
    wake: () => awake.abort(),
    async [Symbol.asyncDispose]() {
      stopping.abort()
      awake.abort()
      await looping
    },
  }
}
