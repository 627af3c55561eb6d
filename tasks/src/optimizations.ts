import { programPrices, resolvedText } from '@portofino/market-data'
import type { DocumentLimits } from '@portofino/optimizer'
import { diagnosticDocument, type OptimizationOrder, universeCommand } from '@portofino/simulator'
import { type Dialect, print } from '@portofino/strategy'
import { Piscina } from 'piscina'
import { currentDay } from './check-command.ts'
import type { TaskContext } from './context.ts'
import type { CommandWork, OptimizationAnswer, ProblemWork } from './threads/optimize-thread.ts'
import { threadEnvironment } from './threads/thread-environment.ts'
import { UserTurns } from './user-turns.ts'

/** Answers questions to the optimizer while somebody waits. */
export interface Optimizations extends AsyncDisposable {
  /** A question in its JSON form. */
  ofProblem(document: unknown, asker: Asker): Promise<OptimizationReply>
  /** A question about a command; its estimates come from stored prices. Throws `MarketDataError` when these cannot be had. */
  ofCommand(asked: AskedCommand, asker: Asker): Promise<OptimizationReply>
}

/** Who waits for the answer. */
export interface Asker {
  /** Users take turns: nobody has two questions computed at a time, and nobody waits for all of another's. */
  userId: number
  /** Aborted when nobody waits any more. */
  signal: AbortSignal
}

export interface AskedCommand {
  command: string
  dialect: Dialect
  order: OptimizationOrder
}

export type OptimizationReply =
  | OptimizationAnswer
  /** Its computing was given up. */
  | { kind: 'too_long'; seconds: number }
  /** Nobody waits any more. */
  | { kind: 'abandoned' }
  /** So many users wait already that its turn would come too late, or came too late. */
  | { kind: 'too_many' }

export interface OptimizationOptions {
  limits: DocumentLimits
  /** Of one answer, prices and waiting included. */
  mostMs?: number
  /** Of its computing alone; less, so that others who wait for it are answered in their own time. */
  mostComputingMs?: number
  /** Computed at a time, each of another user. */
  threads?: number
}

const mostWaiting = 16
const resourceLimits = { maxOldGenerationSizeMb: 1024 }

/** Threads are started with the first question and kept. A question that takes too long ends with its thread, and another is started. */
export function openOptimizations(
  { marketData, logger }: Pick<TaskContext, 'marketData' | 'logger'>,
  { limits, mostMs = 25_000, mostComputingMs = 10_000, threads = 2 }: OptimizationOptions,
): Optimizations {
  let opened: Piscina | null = null
  const turns = new UserTurns({ slots: threads, mostWaiting })

  async function run(name: string, work: ProblemWork | CommandWork, { userId, signal }: Asker): Promise<OptimizationReply> {
    using turn = await turns.take(userId, signal)
    if (turn === null) return { kind: 'too_many' }
    opened ??= openPool(threads, logger)
    const late = AbortSignal.timeout(mostComputingMs)
    try {
      return await opened.run(work, { name, signal: AbortSignal.any([signal, late]) })
    } catch (fault) {
      if (late.aborted) return { kind: 'too_long', seconds: mostComputingMs / 1000 }
      throw fault
    }
  }

  async function ofCommand({ command, dialect, order }: AskedCommand, asker: Asker): Promise<OptimizationReply> {
    const { signal } = asker
    const bench = { source: marketData, today: currentDay(), dialect, signal }
    const resolved = await resolvedText(universeCommand(command), bench)
    if (resolved.kind === 'faulty') return { kind: 'faulty', diagnostics: resolved.diagnostics.map(diagnosticDocument) }
    const { program, diagnostics } = resolved
    const prices = await programPrices(marketData, resolved, { signal })
    return run('answerCommand', { program, prices, notes: diagnostics, order, command: print(program), limits }, asker)
  }

  return {
    ofProblem: async (document, asker) =>
      inTime(asker, mostMs, async (within) => run('answerProblem', { document, limits }, within)),
    ofCommand: async (asked, asker) => inTime(asker, mostMs, async (within) => ofCommand(asked, within)),
    [Symbol.asyncDispose]: async () => opened?.destroy(),
  }
}

/** Gives up at the end of all its time, which it then spent on waiting for others or for prices. */
async function inTime(
  { userId, signal }: Asker,
  mostMs: number,
  answer: (within: Asker) => Promise<OptimizationReply>,
): Promise<OptimizationReply> {
  const late = AbortSignal.timeout(mostMs)
  try {
    const reply = await answer({ userId, signal: AbortSignal.any([signal, late]) })
    return signal.aborted ? { kind: 'abandoned' } : reply
  } catch (fault) {
    if (signal.aborted) return { kind: 'abandoned' }
    if (late.aborted) return { kind: 'too_many' }
    throw fault
  }
}

function openPool(threads: number, logger: TaskContext['logger']): Piscina {
  const filename = new URL('./threads/optimize-thread.ts', import.meta.url).href
  const env = threadEnvironment()
  // With fewer at least than at most, nothing would take what waits behind a question that is given up.
  const pool = new Piscina({ filename, env, minThreads: threads, maxThreads: threads, recordTiming: false, resourceLimits })
  // Such as an answer that was on its way when its question was given up; what it says is not for the log.
  pool.on('error', (fault: Error) => {
    const [reason] = fault.message.split(':', 1)
    logger.warn({ reason }, 'a thread for optimizations said something that nobody waits for')
  })
  return pool
}
