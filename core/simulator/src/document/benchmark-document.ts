import type { BenchmarkResult } from '../result.ts'
import { measuresDocument } from './measures-document.ts'
import type { MeasuresDocument } from './measures-document.ts'

export interface BenchmarkDocument extends MeasuresDocument {
  /** As printed in the command. */
  label: string
  /** False for a price index: without dividends. */
  with_dividends: boolean
}

export function benchmarkDocument({ label, totalReturn, metrics }: BenchmarkResult): BenchmarkDocument {
  return { label, with_dividends: totalReturn, ...measuresDocument(metrics) }
}
