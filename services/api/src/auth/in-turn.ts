import { TooBusyError } from '@portofino/passwords'

export type InTurn = <Result>(key: string, task: () => Promise<Result>) => Promise<Result>

const retryAfterSeconds = 2

/** Runs tasks of the same key one after the other; those of other keys do not wait. Throws `TooBusyError` when too many wait. */
export function inTurn(mostWaiting: number): InTurn {
  const lines = new Map<string, { last: Promise<unknown>; length: number }>()
  return async (key, task) => {
    const line = lines.get(key) ?? { last: Promise.resolve(), length: 0 }
    if (line.length > mostWaiting) throw new TooBusyError(retryAfterSeconds)
    lines.set(key, line)
    line.length += 1
    const result = line.last.then(task)
    line.last = result.catch(() => undefined)
    try {
      return await result
    } finally {
      line.length -= 1
      if (line.length === 0) lines.delete(key)
    }
  }
}
