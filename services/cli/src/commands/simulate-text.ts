import { type MarketDataSource, programPrices, type ResolutionBench, resolvedText } from '@portofino/market-data'
import { simulate, type SimulationResult } from '@portofino/simulator'
import { type Diagnostic, inWords } from '@portofino/strategy'
import { sha256 } from './sha256.ts'

export interface SimulationBench extends ResolutionBench {
  source: MarketDataSource
  /** `done` from 0 to 1. */
  onProgress: (done: number, what: string) => void
  /** Held while the run keeps the thread; absent where only whole runs may be cut off. */
  endAtOnce?: () => Disposable
}

export type TextOutcome =
  | { kind: 'done'; result: SimulationResult; words: string }
  /** The command has faults, or does not go together with the prices. */
  | { kind: 'faulty'; diagnostics: Diagnostic[] }

/** Loading takes this share of the progress bar: it may wait for a network, the rest is quick. */
const loadingShare = 0.9

/** From the text of a command to its result. Throws `MarketDataError` when prices cannot be had. */
export async function simulateText(text: string, bench: SimulationBench): Promise<TextOutcome> {
  const { source, signal, onProgress, endAtOnce } = bench
  const resolved = await resolvedText(text, bench)
  if (resolved.kind === 'faulty') return resolved
  const { program, catalog, diagnostics } = resolved
  const prices = await programPrices(source, resolved, {
    signal,
    onProgress: (loaded, total) => onProgress((loadingShare * loaded) / total, `prices ${loaded}/${total}`),
  })
  using _ = endAtOnce?.()
  const outcome = simulate(
    { program, ...prices, notes: diagnostics, sha256 },
    {
      signal,
      onProgress: (progress) => {
        const share = progress.step === 'simulating' ? progress.done / progress.total : 1
        onProgress(loadingShare + (1 - loadingShare) * share, progress.step)
      },
    },
  )
  if (outcome.status === 'canceled') throw new DOMException('The run was canceled', 'AbortError')
  if (outcome.status === 'failed') return { kind: 'faulty', diagnostics: outcome.diagnostics }
  return { kind: 'done', result: outcome.result, words: inWords(program, catalog) }
}
