import { appendProgress, type Tables } from '@portofino/database'
import type { Kysely } from 'kysely'

export interface ProgressReporter {
  show: (progress: { step: string; done: number; total: number }) => void
  /** Waits for what is being written. */
  end: () => Promise<void>
}

export interface ReportedTask {
  db: Kysely<Tables>
  table: 'simulations' | 'reports'
  taskId: string
  onWritten: () => void
}

/** Not more often than this, and not in the first such time: most tasks are over by then. */
const everyMs = 100
/** Loading prices may wait for a network; the rest is quick. */
const shareOf: Record<string, [number, number]> = { prices: [0, 80], simulating: [80, 95], metrics: [95, 99], workbook: [0, 99] }

/** Writes progress as events of the task; what comes too fast is left out. */
export function progressReporter({ db, table, taskId, onWritten }: ReportedTask): ProgressReporter {
  let next = performance.now() + everyMs
  let writing: Promise<void> | null = null
  let last = ''

  async function write(progress: { step: string; done: number; total: number }): Promise<void> {
    const { step, done, total } = progress
    const [from, to] = shareOf[step] ?? [0, 0]
    const percent = Math.round(from + (total > 0 ? done / total : 0) * (to - from))
    const message = { status: 'running' as const, step, done, total, percent }
    // Progress that cannot be written is no reason to end what goes on.
    const seq = await appendProgress(db, { table, taskId, message }).catch(() => undefined)
    if (seq !== undefined) onWritten()
    writing = null
  }

  return {
    show(progress) {
      const now = performance.now()
      const text = `${progress.step} ${progress.done}/${progress.total}`
      if (writing !== null || now < next || text === last) return
      next = now + everyMs
      last = text
      writing = write(progress)
    },
    end: async () => {
      await writing
    },
  }
}
