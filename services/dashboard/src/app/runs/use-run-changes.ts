import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HistoryItem } from '../../api/queries.ts'
import { call, callJson } from '../../api/session.ts'

export interface RunChange {
  id: number
  name?: string
  tags?: string[]
}

async function changeOne({ id, ...body }: RunChange): Promise<void> {
  await callJson<HistoryItem>(`/history/${id}`, { method: 'PATCH', body })
}

async function deleteOne(id: number): Promise<void> {
  await call(`/history/${id}`, { method: 'DELETE' })
}

async function restoreOne(id: number): Promise<void> {
  await call(`/history/${id}/restore`, { method: 'POST', body: {} })
}

/** Does the same to several runs; what one refuses is thrown after the others are done. */
async function forEach<Subject>(subjects: readonly Subject[], act: (subject: Subject) => Promise<void>): Promise<void> {
  const ended = await Promise.allSettled(subjects.map(act))
  const refused = ended.find((end) => end.status === 'rejected')
  if (refused !== undefined) throw refused.reason
}

/** Names, tags, deletion and its undoing; the list is read again after each, whatever came of it. */
export function useRunChanges() {
  const queries = useQueryClient()
  const onSettled = async (): Promise<void> => queries.invalidateQueries({ queryKey: ['runs'] })
  return {
    change: useMutation({
      mutationFn: async (changes: readonly RunChange[]) => forEach(changes, changeOne),
      onSettled: async (_data, _error, changes) => {
        for (const { id } of changes) void queries.invalidateQueries({ queryKey: ['run', String(id)] })
        await onSettled()
      },
    }),
    remove: useMutation({ mutationFn: async (ids: readonly number[]) => forEach(ids, deleteOne), onSettled }),
    restore: useMutation({ mutationFn: async (ids: readonly number[]) => forEach(ids, restoreOne), onSettled }),
  }
}

export type RunChanges = ReturnType<typeof useRunChanges>
