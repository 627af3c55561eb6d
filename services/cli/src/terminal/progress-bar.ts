import type { Surroundings } from '../surroundings.ts'

export interface ProgressBar {
  /** `done` from 0 to 1. */
  show: (done: number, what: string) => void
  /** Removes the bar from the terminal. */
  clear: () => void
}

const patienceMs = 500
const redrawMs = 50
const cells = 24

/** Appears only when the work has taken half a second, so that quick work leaves no flicker. */
export function progressBar({ progressLine, clock }: Pick<Surroundings, 'progressLine' | 'clock'>): ProgressBar {
  const start = clock()
  let drawnAt: number | null = null
  return {
    show: (done, what) => {
      const now = clock()
      if (progressLine === null || now - start < patienceMs || (drawnAt !== null && now - drawnAt < redrawMs)) return
      drawnAt = now
      const filled = Math.round(Math.max(0, Math.min(1, done)) * cells)
      progressLine(`${'█'.repeat(filled)}${'░'.repeat(cells - filled)} ${Math.floor(done * 100)}%  ${what}`)
    },
    clear: () => {
      if (drawnAt !== null) progressLine?.('')
      drawnAt = null
    },
  }
}
