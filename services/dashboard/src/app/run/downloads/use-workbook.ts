import type { TaskMessage } from '@portofino/contract'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call, callJson } from '../../../api/session.ts'
import { saveBlob } from '../../../files/save-text.ts'
import { useTask } from '../../../live/use-task.ts'
import { told, toldTask } from '../../../problems.ts'

export type WorkbookState =
  | { kind: 'idle' }
  | { kind: 'preparing'; percent: number }
  | { kind: 'ready' }
  | { kind: 'failed'; detail: string; requestId: string | null }

/** The workbook of a run: ordered, awaited, fetched and saved. */
export function useWorkbook(runId: number, name: string): { state: WorkbookState; prepare: () => void } {
  const order = useMutation({
    mutationFn: async () => callJson<{ task_id: string }>('/report', { method: 'POST', body: { simulation_id: runId } }),
  })
  const taskId = order.data?.task_id ?? null
  const { progress, end } = useTask({ subject: 'reports', taskId })
  const {
    mutate: fetchFile,
    reset,
    ...file
  } = useMutation({
    mutationFn: async (path: string) => saveBlob(name, await (await call(path)).blob()),
  })
  const path = progress?.latest.download_url
  useEffect(() => {
    if (path !== undefined) fetchFile(path)
  }, [path, fetchFile])
  const prepare = (): void => {
    reset()
    // A workbook that was made is fetched again; another one is made only where there is none.
    if (path !== undefined && file.isError) fetchFile(path)
    else order.mutate()
  }
  const lost = end === 'not-found' || end === 'sign-in'
  const state = workbookState({
    error: order.error ?? file.error,
    percent: progress?.percent ?? 0,
    latest: progress?.latest,
    isSaved: file.isSuccess,
    isOrdered: !order.isIdle,
    lost,
  })
  return { state, prepare }
}

interface WorkbookFacts {
  error: Error | null
  percent: number
  latest: TaskMessage | undefined
  isSaved: boolean
  isOrdered: boolean
  lost: boolean
}

function workbookState({ error, percent, latest, isSaved, isOrdered, lost }: WorkbookFacts): WorkbookState {
  if (error !== null) return { kind: 'failed', ...told(error) }
  if (latest?.status === 'failed') return { kind: 'failed', detail: toldTask(latest.error ?? null).detail, requestId: null }
  if (isSaved) return { kind: 'ready' }
  if (lost) return { kind: 'failed', detail: 'The order is not known any more.', requestId: null }
  return isOrdered ? { kind: 'preparing', percent } : { kind: 'idle' }
}
