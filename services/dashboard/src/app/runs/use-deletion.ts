import { useCallback, useRef, useState } from 'react'
import type { HistoryItem } from '../../api/queries.ts'
import type { RunChanges } from './use-run-changes.ts'

/** How long a deletion can be undone from the page. */
export const undoMs = 10_000

export interface Deletion {
  /** Runs that are deleted and may come back. */
  deleted: readonly HistoryItem[]
  /** Why some were not deleted, or not brought back. */
  error: unknown
  isBusy: boolean
  remove: (runs: readonly HistoryItem[]) => void
  undo: () => void
  /** The time is over, or the person has seen it. */
  forget: () => void
}

/** Deletes, and remembers for a while what can be brought back. The list changes when the server has agreed. */
export function useDeletion({ remove, restore }: RunChanges): Deletion {
  const [deleted, setDeleted] = useState<readonly HistoryItem[]>([])
  const [error, setError] = useState<unknown>(null)
  const forget = useCallback(() => {
    setDeleted([])
    setError(null)
  }, [])
  // Each answer counts: of two deletions underway a callback of the mutation would tell the later one only.
  const removeAll = async (runs: readonly HistoryItem[]): Promise<void> => {
    setError(null)
    const { done, refused } = await remove.mutateAsync(runs.map(({ id }) => id))
    setDeleted((before) => [...before, ...runs.filter(({ id }) => done.includes(id))])
    if (refused !== null) setError(refused)
  }
  const isRestoring = useRef(false)
  const restoreAll = async (): Promise<void> => {
    // A second click comes before the button can say that it waits.
    if (isRestoring.current) return
    isRestoring.current = true
    setError(null)
    const { done, refused } = await restore.mutateAsync(deleted.map(({ id }) => id)).finally(() => {
      isRestoring.current = false
    })
    setDeleted((before) => before.filter(({ id }) => !done.includes(id)))
    if (refused !== null) setError(refused)
  }
  return {
    deleted,
    error,
    isBusy: remove.isPending || restore.isPending,
    remove: (runs) => void removeAll(runs),
    undo: () => void restoreAll(),
    forget,
  }
}
