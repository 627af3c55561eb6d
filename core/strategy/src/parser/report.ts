import type { DiagnosticPlace } from '../diagnostic.ts'
import type { DiagnosticCode } from '../diagnostic-codes.ts'

/** Takes down one fault while the reading goes on. */
export interface Report {
  (code: DiagnosticCode, values: Readonly<Record<string, string | number>>, place: DiagnosticPlace): void
  /** Whether there are as many errors as are told; what comes later is ignored, so that reading on is of no use. */
  isFull?: () => boolean
}
