import { createHash } from 'node:crypto'
import { dayNumber } from '@portofino/market'
import { resolvedText } from '@portofino/market-data'
import { diagnosticDocument, type DiagnosticDocument } from '@portofino/simulator'
import { type Dialect, hash, instrumentsOf, print, type Program } from '@portofino/strategy'
import type { TaskContext } from './context.ts'

export interface SoundCommand {
  kind: 'sound'
  canonical: string
  /** Of the canonical text. */
  hash: string
  program: Program
  /** Of its legs, benchmark and risk-free rate. */
  symbols: string[]
  /** Day on which its dates were resolved; they go on meaning that. */
  today: number
  diagnostics: DiagnosticDocument[]
}

export type CheckedCommand = SoundCommand | { kind: 'faulty'; diagnostics: DiagnosticDocument[] }

/** What can be said about a command without prices. Throws `MarketDataError` when the catalog cannot be had. */
export async function checkCommand(
  { marketData }: Pick<TaskContext, 'marketData'>,
  { command, dialect }: { command: string; dialect: Dialect },
): Promise<CheckedCommand> {
  const today = currentDay()
  const resolved = await resolvedText(command, { source: marketData, today, dialect, signal: AbortSignal.timeout(20_000) })
  const diagnostics = resolved.diagnostics.map(diagnosticDocument)
  if (resolved.kind === 'faulty') return { kind: 'faulty', diagnostics }
  const { program } = resolved
  const symbols = Array.from(new Set(instrumentsOf(program).map(({ symbol }) => symbol)))
  return { kind: 'sound', canonical: print(program), hash: hash(program, sha256), program, symbols, today, diagnostics }
}

/** In UTC, so that all hosts agree. */
export function currentDay(): number {
  const now = new Date()
  return dayNumber(now.getUTCFullYear(), now.getUTCMonth() + 1, now.getUTCDate())
}

/** In lower-case hexadecimal, of the UTF-8 form. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
