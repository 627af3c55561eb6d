import { useCallback, useState } from 'react'
import type { HistoryItem } from '../../api/queries.ts'
import type { RunChanges } from './use-run-changes.ts'

/** How long a deletion can be undone from the page. */
export const undoMs = 10_000

export interface Deletion {
  /** Runs that are deleted and may come back; null when there are none. */
  deleted: readonly HistoryItem[] | null
  error: Error | null
  isBusy: boolean
  remove: (runs: readonly HistoryItem[]) => void
  undo: () => void
  /** The time is over, or the person has seen it. */
  forget: () => void
}

/** Deletes, and remembers for a while what can be brought back. The list changes when the server has agreed. */
export function useDeletion({ remove, restore }: RunChanges): Deletion {
  const [deleted, setDeleted] = useState<readonly HistoryItem[] | null>(null)
  const [resetRemoval, resetRestoration] = [remove.reset, restore.reset]
  const forget = useCallback(() => {
    setDeleted(null)
    resetRemoval()
    resetRestoration()
  }, [resetRemoval, resetRestoration])
  return {
    deleted,
    error: remove.error ?? restore.error,
    isBusy: remove.isPending || restore.isPending,
    remove: (runs) => {
      restore.reset()
      remove.mutate(
        runs.map(({ id }) => id),
        { onSuccess: () => setDeleted(runs) },
      )
    },
    undo: () =>
      restore.mutate(
        (deleted ?? []).map(({ id }) => id),
        { onSuccess: () => setDeleted(null) },
      ),
    forget,
  }
}
