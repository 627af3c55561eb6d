import { programPrices, resolvedText } from '@portofino/market-data'
import type { DocumentLimits } from '@portofino/optimizer'
import { diagnosticDocument, type OptimizationOrder, universeCommand } from '@portofino/simulator'
import { type Dialect, print } from '@portofino/strategy'
import { Piscina } from 'piscina'
import { currentDay } from './check-command.ts'
import type { TaskContext } from './context.ts'
import type { CommandWork, OptimizationAnswer, ProblemWork } from './threads/optimize-thread.ts'

/** Answers questions to the optimizer while somebody waits. */
export interface Optimizations extends AsyncDisposable {
  /** A question in its JSON form. */
  ofProblem(document: unknown, signal: AbortSignal): Promise<OptimizationReply>
  /** A question about a command; its estimates come from stored prices. Throws `MarketDataError` when these cannot be had. */
  ofCommand(asked: AskedCommand, signal: AbortSignal): Promise<OptimizationReply>
}

export interface AskedCommand {
  command: string
  dialect: Dialect
  order: OptimizationOrder
}

export type OptimizationReply =
  | OptimizationAnswer
  /** It was given up. */
  | { kind: 'too_long'; seconds: number }
  /** Nobody waits any more. */
  | { kind: 'abandoned' }
  /** So many wait already that its turn would come too late. */
  | { kind: 'too_many' }

export interface OptimizationOptions {
  limits: DocumentLimits
  /** Of one answer, prices and waiting included. */
  mostMs?: number
  /** Computed at a time. */
  threads?: number
}

const mostWaiting = 16
/** After this a thread that nobody needs ends, and its memory is free. */
const idleMs = 60_000
const resourceLimits = { maxOldGenerationSizeMb: 1024 }

/** Threads are started with the first question. A question that takes too long ends with its thread. */
export function openOptimizations(
  { marketData }: Pick<TaskContext, 'marketData'>,
  { limits, mostMs = 25_000, threads = 1 }: OptimizationOptions,
): Optimizations {
  const filename = new URL('./threads/optimize-thread.ts', import.meta.url).href
  const pool = new Piscina({
    filename,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    recordTiming: false,
    resourceLimits,
  })

  async function run(name: string, work: ProblemWork | CommandWork, signal: AbortSignal): Promise<OptimizationReply> {
    if (pool.queueSize >= mostWaiting) return { kind: 'too_many' }
    return pool.run(work, { name, signal })
  }

  async function inTime(
    signal: AbortSignal,
    answer: (within: AbortSignal) => Promise<OptimizationReply>,
  ): Promise<OptimizationReply> {
    const late = AbortSignal.timeout(mostMs)
    try {
      return await answer(AbortSignal.any([signal, late]))
    } catch (fault) {
      if (signal.aborted) return { kind: 'abandoned' }
      if (late.aborted) return { kind: 'too_long', seconds: mostMs / 1000 }
      throw fault
    }
  }

  async function ofCommand({ command, dialect, order }: AskedCommand, signal: AbortSignal): Promise<OptimizationReply> {
    const bench = { source: marketData, today: currentDay(), dialect, signal }
    const resolved = await resolvedText(universeCommand(command), bench)
    if (resolved.kind === 'faulty') return { kind: 'faulty', diagnostics: resolved.diagnostics.map(diagnosticDocument) }
    const { program, diagnostics } = resolved
    const prices = await programPrices(marketData, resolved, { signal })
    return run('answerCommand', { program, prices, notes: diagnostics, order, command: print(program), limits }, signal)
  }

  return {
    ofProblem: async (document, signal) => inTime(signal, async (within) => run('answerProblem', { document, limits }, within)),
    ofCommand: async (asked, signal) => inTime(signal, async (within) => ofCommand(asked, within)),
    [Symbol.asyncDispose]: async () => pool.destroy(),
  }
}
