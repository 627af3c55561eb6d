import { type ResolutionBench, resolvedText } from '@portofino/market-data'
import { type Diagnostic, hash, inWords, print } from '@portofino/strategy'
import { sha256 } from './sha256.ts'

export type CheckedText =
  | { kind: 'sound'; command: string; hash: string; words: string; diagnostics: Diagnostic[] }
  | { kind: 'faulty'; diagnostics: Diagnostic[] }

/** What can be said about a command without running it. */
export async function checkedText(text: string, bench: ResolutionBench): Promise<CheckedText> {
  const resolved = await resolvedText(text, bench)
  if (resolved.kind === 'faulty') return resolved
  const { program, catalog, diagnostics } = resolved
  const words = inWords(program, bench.source === null ? undefined : catalog)
  return { kind: 'sound', command: print(program), hash: hash(program, sha256), words, diagnostics }
}
