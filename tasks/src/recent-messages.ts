import type { SaidEvent } from './announce-task.ts'

/** What tasks of this process said lately, so that their followers need not read it back. The table has all of it, and more. */
export interface RecentMessages {
  add(taskId: string, said: SaidEvent): void
  /** In order and without a gap from the number on; empty when the next one is not among them. */
  after(taskId: string, seq: number): SaidEvent[]
  find(taskId: string, seq: number): SaidEvent | undefined
  forget(taskId: string): void
}

/** The tasks that spoke longest ago are forgotten first. */
export function recentMessages(mostTasks: number): RecentMessages {
  const byTask = new Map<string, Map<number, SaidEvent>>()
  return {
    add(taskId, said) {
      const known = byTask.get(taskId) ?? new Map<number, SaidEvent>()
      byTask.delete(taskId)
      byTask.set(taskId, known.set(said.seq, said))
      if (byTask.size > mostTasks) byTask.delete(byTask.keys().next().value!)
    },
    after(taskId, seq) {
      const known = byTask.get(taskId)
      const messages: SaidEvent[] = []
      for (let said = known?.get(seq + 1); said !== undefined; said = known?.get(said.seq + 1)) messages.push(said)
      return messages
    },
    find: (taskId, seq) => byTask.get(taskId)?.get(seq),
    forget: (taskId) => void byTask.delete(taskId),
  }
}
