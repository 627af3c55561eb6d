/** What Ctrl-C does. */
export interface Interrupts {
  /** Aborted by the first one; a second one kills. */
  signal: AbortSignal
  /** Until disposed of, the first one kills as well: for work that holds the thread, where no signal could be heard, and leaves nothing behind. */
  letThrough: () => Disposable
}

export function processInterrupts(): Interrupts {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  // Once: a second Ctrl-C meets no handler.
  process.once('SIGINT', abort)
  return {
    signal: controller.signal,
    letThrough: () => {
      process.off('SIGINT', abort)
      return {
        [Symbol.dispose]: () => {
          if (!controller.signal.aborted) process.once('SIGINT', abort)
        },
      }
    },
  }
}
