/** Somebody who waits for news of a task. */
export interface Follower {
  /** The last number that it has. */
  seq: number
  wake: () => void
  /** From here on, `woken` waits for the next call of `wake`. */
  rest: () => void
  woken: () => Promise<void>
}

/** Who follows which task. */
export interface Followers {
  add(taskId: string, seq: number): Follower
  remove(taskId: string, follower: Follower): void
  of(taskId: string): Iterable<Follower>
  taskIds(): string[]
}

export function newFollowers(): Followers {
  const byTask = new Map<string, Set<Follower>>()
  return {
    add(taskId, seq) {
      const follower = newFollower(seq)
      byTask.set(taskId, (byTask.get(taskId) ?? new Set()).add(follower))
      return follower
    },
    remove(taskId, follower) {
      const same = byTask.get(taskId)
      same?.delete(follower)
      if (same?.size === 0) byTask.delete(taskId)
    },
    of: (taskId) => byTask.get(taskId) ?? [],
    taskIds: () => [...byTask.keys()],
  }
}

function newFollower(seq: number): Follower {
  let called = Promise.withResolvers<void>()
  return {
    seq,
    wake: () => called.resolve(),
    rest: () => {
      called = Promise.withResolvers()
    },
    woken: async () => called.promise,
  }
}
