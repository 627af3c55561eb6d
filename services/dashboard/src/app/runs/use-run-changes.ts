import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { HistoryItem } from '../../api/queries.ts'
import { call, callJson } from '../../api/session.ts'
import { useSingleMutation } from '../use-single-mutation.ts'
import { isProblem } from '../../problems.ts'
import { eachOf } from './each-of.ts'

interface RunChange {
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
  await call(`/history/${id}/restore`, { method: 'POST', body: {} }).catch(async (error: unknown) => {
    if (!isProblem(error, 'not_found')) throw error
    // Brought back already, by a request whose answer was lost or on another tab; of one that is gone for good this is refused too.
    await call(`/history/${id}`)
  })
}

/** Names, tags, deletion and its undoing; the list is read again after each, whatever came of it. */
export function useRunChanges() {
  const queries = useQueryClient()
  const onSettled = async (): Promise<void> => queries.invalidateQueries({ queryKey: ['runs'] })
  return {
    change: useSingleMutation({
      mutationFn: async (changes: readonly RunChange[]) => {
        const { refused } = await eachOf(changes, changeOne)
        if (refused !== null) throw refused
      },
      onSettled: async (_data, _error, changes) => {
        for (const { id } of changes) void queries.invalidateQueries({ queryKey: ['run', String(id)] })
        await onSettled()
      },
    }),
    remove: useMutation({ mutationFn: async (ids: readonly number[]) => eachOf(ids, deleteOne), onSettled }),
    restore: useMutation({ mutationFn: async (ids: readonly number[]) => eachOf(ids, restoreOne), onSettled }),
  }
}

export type RunChanges = ReturnType<typeof useRunChanges>
