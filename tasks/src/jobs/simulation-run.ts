import { findStoredFigures, grouped, type NewResult, type SimulationFigures } from '@portofino/database'
import { Interruption } from '@portofino/jobs'
import { programPrices, resolvedText } from '@portofino/market-data'
import { diagnosticDocument, type DiagnosticDocument } from '@portofino/simulator'
import { type Dialect, hash } from '@portofino/strategy'
import { sha256 } from '../check-command.ts'
import type { TaskContext } from '../context.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'
import { resultKey } from './result-key.ts'

export interface RunOrder {
  command: string
  dialect: Dialect
  /** The day on which it was submitted. */
  today: number
}

export interface RunWatch {
  signal: AbortSignal
  onProgress: (progress: { step: string; done: number; total: number }) => void
}

export type RunOutcome =
  /** `result` is null when it is stored already. */
  | { kind: 'done'; resultKey: Buffer; figures: SimulationFigures; result: NewResult | null }
  | { kind: 'failed'; diagnostics: DiagnosticDocument[] }

/** Undefined when nothing is stored under the key. */
const storedFigures = grouped<TaskContext['database'], Buffer, SimulationFigures | undefined>(
  async ({ db }, keys) => {
    const stored = await findStoredFigures(db, keys)
    return keys.map((key) => stored.get(key.toString('hex')))
  },
  { groups: 2 },
)

/** From a command to its result: the steps of the command line, with the computing in a thread, or with what is stored of the same run. */
export async function simulationRun(
  { database, marketData, meters, threads }: Pick<TaskContext, 'database' | 'marketData' | 'meters'> & { threads: ThreadPool },
  { command, dialect, today }: RunOrder,
  { signal, onProgress }: RunWatch,
): Promise<RunOutcome> {
  const resolved = await resolvedText(command, { source: marketData, today, dialect, signal })
  if (resolved.kind === 'faulty') return { kind: 'failed', diagnostics: resolved.diagnostics.map(diagnosticDocument) }
  const { program, diagnostics: notes } = resolved
  const prices = await programPrices(marketData, resolved, {
    signal,
    onProgress: (done, total) => onProgress({ step: 'prices', done, total }),
  })
  const key = resultKey({ hash: hash(program, sha256), command, dialect, prices })
  const known = await storedFigures(database, key)
  meters.cacheLookups.inc({ cache: 'results', outcome: known === undefined ? 'miss' : 'hit' })
  if (known !== undefined) return { kind: 'done', resultKey: key, figures: known, result: null }

  const answer = await threads.simulate({ program, prices, notes }, { signal, onProgress })
  signal.throwIfAborted()
  if (answer.kind === 'canceled') throw new Interruption('canceled')
  if (answer.kind === 'failed') return answer
  return { kind: 'done', resultKey: key, figures: answer.figures, result: { ...answer, key } }
}
