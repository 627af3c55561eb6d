export interface TurnLimits {
  /** Turns at a time, of different users. */
  slots: number
  /** More than these are refused. */
  mostWaiting: number
}

/** Lets users take turns, so that whoever asks much waits for the others, and not they for him. */
export class UserTurns {
  readonly #limits: TurnLimits
  /** Who waits, by user; the first is the user who had no turn for the longest time. */
  readonly #lines = new Map<number, (() => void)[]>()
  readonly #served = new Set<number>()

  constructor(limits: TurnLimits) {
    this.#limits = limits
  }

  /**
   * Resolves as soon as it is this user's turn, which lasts until it is disposed of. A user has one turn at a time and comes last again
   * after it; several of one user come in the order of asking. Null when too many wait, and when the signal ended the waiting.
   */
  async take(userId: number, signal: AbortSignal): Promise<Disposable | null> {
    const waiting = [...this.#lines.values()].reduce((total, line) => total + line.length, 0)
    if (signal.aborted || waiting >= this.#limits.mostWaiting) return null
    const { promise, resolve } = Promise.withResolvers<Disposable | null>()
    const start = (): void => {
      signal.removeEventListener('abort', giveUp)
      resolve({ [Symbol.dispose]: () => this.#end(userId) })
    }
    const giveUp = (): void => {
      this.#leave(userId, start)
      resolve(null)
    }
    signal.addEventListener('abort', giveUp, { once: true })
    this.#lines.set(userId, [...(this.#lines.get(userId) ?? []), start])
    this.#serveNext()
    return promise
  }

  #leave(userId: number, start: () => void): void {
    const others = (this.#lines.get(userId) ?? []).filter((each) => each !== start)
    if (others.length === 0) this.#lines.delete(userId)
    else this.#lines.set(userId, others)
  }

  #serveNext(): void {
    if (this.#served.size >= this.#limits.slots) return
    for (const [userId, [start]] of this.#lines) {
      if (start === undefined || this.#served.has(userId)) continue
      this.#leave(userId, start)
      this.#served.add(userId)
      start()
      return
    }
  }

  #end(userId: number): void {
    this.#served.delete(userId)
    const line = this.#lines.get(userId)
    if (line !== undefined) {
      this.#lines.delete(userId)
      this.#lines.set(userId, line)
    }
    this.#serveNext()
  }
}
