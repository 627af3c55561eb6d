import type { SimulationFigures } from '@portofino/database'
import type { LoadedPrices } from '@portofino/market-data'
import type { DiagnosticDocument } from '@portofino/simulator'
import type { Diagnostic, Program } from '@portofino/strategy'

/** What a thread needs for a run; sent as a copy, but for columns in shared memory. */
export interface SimulationRun {
  program: Program
  prices: LoadedPrices
  notes: readonly Diagnostic[]
  /** See `run-watch.ts`. */
  watch: SharedArrayBuffer
}

/** What a thread made of it, ready to be stored. */
export type SimulationAnswer =
  | {
      kind: 'done'
      /** JSON in zstd. */
      document: Uint8Array
      portfolioValue: Uint8Array
      /** Packed. */
      series: Uint8Array
      figures: SimulationFigures
    }
  | { kind: 'failed'; diagnostics: DiagnosticDocument[] }
  | { kind: 'canceled' }
