import { type Catalog, type Day, type Instrument, parseIsoDate } from '@portofino/market'
import { loadPrices, type MarketDataSource } from '@portofino/market-data'
import { simulate, type SimulationResult } from '@portofino/simulator'
import { type Diagnostic, inWords, instrumentKey, instrumentsOf, type Program } from '@portofino/strategy'
import { resolvedText, type ResolutionBench } from './resolved-text.ts'
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
  const prices = await loadPrices(source, instrumentsByKey(program, catalog), {
    ...periodOf(program),
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

/** `resolve` has made sure that each is known in exactly one market, or in the one that was written. */
function instrumentsByKey(program: Program, catalog: Catalog): Map<string, Instrument> {
  const byKey = new Map<string, Instrument>()
  for (const reference of instrumentsOf(program)) {
    const { market } = reference
    const instrument = catalog.find(reference.symbol).find((listed) => market === null || listed.market === market)
    if (instrument) byKey.set(instrumentKey(reference), instrument)
  }
  return byKey
}

function periodOf({ portfolios: [{ period }] }: Program): { from: Day; to: Day } {
  return { from: dayOf(period.from), to: dayOf(period.to) }
}

function dayOf(iso: string): Day {
  const day = parseIsoDate(iso)
  if (day === null) throw new RangeError(`Cannot simulate: a resolved date must be YYYY-MM-DD, got ${iso}`)
  return day
}
