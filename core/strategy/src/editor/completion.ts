import type { Day } from '@portofino/market'

/** One thing that may stand at the caret. */
export interface Completion {
  kind: 'instrument' | 'side' | 'weight' | 'date' | 'key' | 'value'
  /** What the list shows: `MSFT`, `40%`, `rebalance=`. */
  label: string
  /** What is put in place of the typed piece. */
  text: string
  /** A few words: the name, what it does. */
  detail: string
  /** Of an instrument: its market and first day with a price, null when unknown. */
  market?: string | null
  first?: Day | null
}

/** Candidates, best first, for the UTF-16 range `from`..`to` of the text. */
export interface Completions {
  from: number
  to: number
  items: Completion[]
}
