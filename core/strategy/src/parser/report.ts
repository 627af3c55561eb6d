import type { DiagnosticPlace } from '../diagnostic.ts'
import type { DiagnosticCode } from '../diagnostic-codes.ts'

/** Takes down one fault while the reading goes on. */
export type Report = (code: DiagnosticCode, values: Readonly<Record<string, string | number>>, place: DiagnosticPlace) => void
