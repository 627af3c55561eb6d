import type { SimulationProgress, SimulationWatch } from '@portofino/simulator'

const [canceled, step, done, total] = [0, 1, 2, 3]
const steps = ['waiting', 'simulating', 'metrics'] as const

/** Four numbers in shared memory: no message is sent for progress that nobody looks at, and a busy thread still hears of its end. */
export function newWatch(): SharedArrayBuffer {
  return new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT)
}

export function cancelWatched(watch: SharedArrayBuffer): void {
  Atomics.store(new Int32Array(watch), canceled, 1)
}

/** For the thread that runs. */
export function watchOf(watch: SharedArrayBuffer): SimulationWatch {
  const state = new Int32Array(watch)
  return {
    signal: {
      get aborted() {
        return Atomics.load(state, canceled) === 1
      },
    },
    onProgress: (progress: SimulationProgress) => {
      if (progress.step === 'simulating') {
        Atomics.store(state, done, progress.done)
        Atomics.store(state, total, progress.total)
      }
      Atomics.store(state, step, steps.indexOf(progress.step))
    },
  }
}

/** For the thread that looks on. */
export function watchedProgress(watch: SharedArrayBuffer): { step: (typeof steps)[number]; done: number; total: number } {
  const state = new Int32Array(watch)
  return {
    step: steps[Atomics.load(state, step)] ?? 'waiting',
    done: Atomics.load(state, done),
    total: Atomics.load(state, total),
  }
}
