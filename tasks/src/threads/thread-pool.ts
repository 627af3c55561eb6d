import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import type { ReportBuild } from './build-workbook.ts'
import { cancelWatched, newWatch, watchedProgress } from './run-watch.ts'
import type { SimulationAnswer, SimulationRun } from './simulation-answer.ts'
import { threadEnvironment } from './thread-environment.ts'

/** Threads for what computes, so that no request and no heartbeat waits for it. */
export interface ThreadPool extends AsyncDisposable {
  /** Resolves with `canceled` soon after the signal is aborted. */
  simulate(run: Omit<SimulationRun, 'watch'>, watch: RunWatch): Promise<SimulationAnswer>
  buildWorkbook(build: ReportBuild): Promise<Uint8Array>
  threads: number
}

export interface RunWatch {
  signal: AbortSignal
  /** Now and then, for runs that take long. */
  onProgress: (progress: { step: string; done: number; total: number }) => void
}

const progressMs = 100
/** A larger nursery makes a long report no faster, but its memory a third larger. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 }

/** Kept for the life of the pool: a new thread would first have to load everything. */
export function openThreadPool(threads = Math.max(1, availableParallelism() - 1)): ThreadPool {
  const filename = new URL('./thread.ts', import.meta.url).href
  const env = threadEnvironment()
  const pool = new Piscina({ filename, env, minThreads: threads, maxThreads: threads, recordTiming: false, resourceLimits })
  return {
    threads,

    async simulate(run, { signal, onProgress }) {
      const watch = newWatch()
      const cancel = (): void => cancelWatched(watch)
      signal.addEventListener('abort', cancel, { once: true })
      if (signal.aborted) cancel()
      let isComputing = false
      const look = setInterval(() => {
        const progress = watchedProgress(watch)
        // Not the first time: most runs that waited for a thread are over by the next.
        if (isComputing) onProgress(progress)
        isComputing = progress.step !== 'waiting'
      }, progressMs)
      try {
        return await pool.run({ ...run, watch }, { name: 'runSimulation' })
      } finally {
        clearInterval(look)
        signal.removeEventListener('abort', cancel)
      }
    },

    buildWorkbook: async (build) => pool.run(build, { name: 'buildWorkbook' }),
    [Symbol.asyncDispose]: async () => pool.destroy(),
  }
}
