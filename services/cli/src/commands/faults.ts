import type { MarketDataError } from '@portofino/market-data'
import { type Diagnostic, renderDiagnostics } from '@portofino/strategy'
import type { Surroundings } from '../surroundings.ts'

export interface FaultyText {
  text: string
  diagnostics: readonly Diagnostic[]
  /** `strategies.txt:3`; null when there is one command only. */
  place: string | null
}

/** Draws the faults of a command below its text, on standard error. */
export function complainAbout({ text, diagnostics, place }: FaultyText, { complain, errorScreen }: Surroundings): void {
  const drawn = renderDiagnostics(text, diagnostics, errorScreen.source)
  complain(place === null ? [drawn] : [`${place}:`, drawn, ''])
}

/** What stands for a result in `--json`. */
export async function faultyDocument(text: string, diagnostics: readonly Diagnostic[]): Promise<object> {
  return { command: text, status: 'faulty', diagnostics: await diagnosticDocuments(diagnostics) }
}

/** As they go over the wire. */
export async function diagnosticDocuments(diagnostics: readonly Diagnostic[]): Promise<object[]> {
  // Only a document needs the code: `check` for a person starts without the simulator.
  const { diagnosticDocument } = await import('@portofino/simulator')
  return diagnostics.map(diagnosticDocument)
}

/** What stands for a result in `--json` when its prices cannot be had. */
export function failedDocument(text: string, { code, source, symbol, message }: MarketDataError): object {
  return { command: text, status: 'failed', error: { code, source, symbol, message } }
}
