import type { Day } from '@portofino/market'
import type { Screen } from './terminal/screen.ts'

/** All that a command may touch outside itself. */
export interface Surroundings {
  /** For results: lines on standard output. */
  print: (lines: readonly string[]) => void
  /** For machines: text as it is, each piece with its line feed; a terminal gets it without what would control it. */
  printData: (pieces: Iterable<string>) => void
  /** For machines: one JSON document on one line of standard output. */
  printDocument: (document: unknown) => void
  /** Lets the reader of standard output catch up, and Ctrl-C be heard; for loops that print. */
  drained: () => Promise<void>
  /** For faults: lines on standard error. */
  complain: (lines: readonly string[]) => void
  /** What the user writes before the name of a command: `portofino`. */
  program: string
  screen: Screen
  /** Where `complain` shows. */
  errorScreen: Screen
  /** Absolute; where everything is kept that has no other place. */
  dataDirectory: string
  /** Of a PostgreSQL server; null for the database in the data directory. */
  databaseUrl: string | null
  /** In characters, as the server asks of new passwords. */
  passwordMinLength: number
  /** Where the price store keeps what was imported or fetched. */
  priceFolder: string
  today: Day
  /** All of standard input. */
  readInput: () => Promise<Uint8Array>
  /** Asks for something that is not to be seen. */
  readSecret: (question: string) => Promise<string>
  /** Replaces the line at which a progress bar stands, on standard error; null when nobody would see it. */
  progressLine: ((text: string) => void) | null
  /** Milliseconds of a clock that never goes back. */
  clock: () => number
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
  /** Until disposed of, Ctrl-C ends the process at once: around work that holds the thread and leaves nothing behind. */
  endAtOnce: () => Disposable
}
