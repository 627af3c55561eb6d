import type { HistoryItem } from '../../api/queries.ts'
import { runTitle } from '../../run-title.ts'
import type { RunState } from '../../ui/status.tsx'

/** What the column of growth shows of a run. */
export type Growth =
  | { kind: 'line'; values: readonly number[] }
  | { kind: 'progress'; percent: number }
  | { kind: 'words'; text: string; code: string | null }

/** What became of a run; one that lost everything is told apart from the others that are done. */
export function stateOf({ status, outcome }: Pick<HistoryItem, 'status' | 'outcome'>): RunState {
  return outcome === 'ruined' ? 'ruined' : status
}

/** Its own name, or one out of its command, which is then muted. */
export function nameOf(run: Pick<HistoryItem, 'name' | 'command'>): { text: string; isOwn: boolean } {
  return { text: runTitle(run), isOwn: run.name.trim() !== '' }
}

export function growthOf({
  status,
  spark,
  progress,
  error,
}: Pick<HistoryItem, 'status' | 'spark' | 'progress' | 'error'>): Growth {
  if (status === 'done') return spark ? { kind: 'line', values: spark } : words('No line kept')
  if (status === 'running') return { kind: 'progress', percent: Math.floor(progress ?? 0) }
  if (status === 'queued') return words('Waits for its turn')
  return status === 'canceled' ? words('Canceled by you') : failure(error)
}

/** The first fault of the command, where there is one: it says more than that the run failed. */
function failure(error: HistoryItem['error']): Growth {
  const { detail, diagnostics } = (error ?? {}) as { detail?: string; diagnostics?: { code: string; message: string }[] }
  const first = diagnostics?.[0]
  if (first !== undefined) return words(first.message, first.code)
  return words(detail ?? 'Failed without a reason')
}

function words(text: string, code: string | null = null): Growth {
  return { kind: 'words', text, code }
}
