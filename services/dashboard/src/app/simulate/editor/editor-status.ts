import type { Totals } from '@portofino/strategy'
import { counted, weight } from '../../../format.ts'
import type { Fault } from '../faults/faults.ts'

/** The line below the text: a state in one word, what more there is to say, and why Run cannot be pressed. */
export interface EditorStatus {
  kind: 'ready' | 'unfinished' | 'faulty'
  word: string
  detail: string
  runDisabledBecause: string | undefined
}

interface Judged {
  isEmpty: boolean
  told: readonly Fault[]
  unfinished: readonly Fault[]
  /** How many runs the text makes. */
  runs: number
  totals: Totals
  legs: number
  /** `3 years`; null when not known. */
  length: string | null
}

/** What the editor says about its text. */
export function editorStatus(judged: Judged): EditorStatus {
  const errors = judged.told.filter(({ severity }) => severity === 'error').length
  if (judged.isEmpty) {
    const why = 'Write a command first, or take an example.'
    return { kind: 'unfinished', word: 'Empty', detail: 'A ticker begins it, such as AAPL', runDisabledBecause: why }
  }
  if (errors > 0) {
    const why =
      errors === 1
        ? 'Run waits until it is fixed'
        : errors === 2
          ? 'Run waits until both are fixed'
          : 'Run waits until all are fixed'
    return { kind: 'faulty', word: counted(errors, 'fault'), detail: why, runDisabledBecause: why }
  }
  if (judged.unfinished.length > 0) {
    return {
      kind: 'unfinished',
      word: 'Unfinished',
      detail: missing(judged),
      runDisabledBecause: `Not finished: ${missing(judged)}`,
    }
  }
  return { kind: 'ready', word: 'Ready', detail: readyDetail(judged), runDisabledBecause: undefined }
}

function missing({ totals, unfinished }: Judged): string {
  const placed = `${weight(Number(totals.gross) / 100)} placed`
  if (unfinished.some(({ code }) => code === 'E114')) return `${placed}, no period yet`
  return unfinished.some(({ code }) => code !== 'E120') ? `${placed}, a word is not whole yet` : placed
}

function readyDetail({ runs, legs, length }: Judged): string {
  if (runs > 1) return `${counted(runs, 'run')}, one a line`
  return length === null ? counted(legs, 'leg') : `${counted(legs, 'leg')}, ${length} of daily prices`
}
