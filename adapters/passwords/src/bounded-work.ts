/** The queue is full; whoever asks should come back later. */
export class TooBusyError extends Error {
  readonly code = 'too_busy'
  readonly retryAfterSeconds: number

  constructor(retryAfterSeconds: number) {
    super('Cannot take more work: the queue is full')
    this.name = 'TooBusyError'
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export interface WorkBounds {
  /** At once. */
  concurrency: number
  /** Waiting; one more is refused. */
  queueLength: number
  retryAfterSeconds: number
}

/** Runs at most `concurrency` tasks at once, the others in the order in which they came. */
export function boundedWork({ concurrency, queueLength, retryAfterSeconds }: WorkBounds) {
  const waiting: (() => void)[] = []
  let running = 0

  return async function run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (running < concurrency) running += 1
    else if (waiting.length >= queueLength) throw new TooBusyError(retryAfterSeconds)
    else await new Promise<void>((resolve) => void waiting.push(resolve))
    try {
      return await task()
    } finally {
      // A waiting task takes over the place, so that nobody slips in between.
      const next = waiting.shift()
      if (next === undefined) running -= 1
      else next()
    }
  }
}
