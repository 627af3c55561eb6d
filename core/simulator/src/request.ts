import type { PriceHistory } from '@portofino/market'
import type { Diagnostic, Program } from '@portofino/strategy'
import type { DataStamp } from './result.ts'

/** Everything a run depends on. Nothing else is read, so equal requests give equal results. */
export interface SimulationRequest {
  /** Resolved: absolute dates, known symbols. */
  program: Program
  /**
   * By `instrumentKey`: one for each instrument of legs, benchmark and risk-free rate. Prices before the period are only
   * used for a market that is closed when it begins; two weeks of them suffice. Of later prices, and of the last day that its
   * instrument tells, only whether there are any counts: a series that goes on lacks a price at the end, but does not end there.
   */
  histories: ReadonlyMap<string, PriceHistory>
  /** By market, for instruments without a known calendar: days on which any stored series of the market has a price. */
  marketSessions: ReadonlyMap<string, Int32Array>
  /** What was noted about the command; carried into the result. */
  notes: readonly Diagnostic[]
  data: DataStamp
  /** SHA-256 of the UTF-8 form of a text, in lower-case hexadecimal. */
  sha256: (text: string) => string
}

/** A caller's view into a run, and its way to end it. */
export interface SimulationWatch {
  onProgress?: (progress: SimulationProgress) => void
  /** Read now and then; an `AbortSignal` is one. */
  signal?: { readonly aborted: boolean }
}

export type SimulationProgress = { step: 'simulating'; done: number; total: number } | { step: 'metrics' }
