import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { followTask } from '../socket.ts'
import type { FollowEnd } from './follow-state.ts'
import type { FollowedTask } from './task-follower.ts'
import { progressed } from './task-progress.ts'
import type { TaskProgress } from './task-progress.ts'

/** Where the progress of a task is kept. */
function taskKey(taskId: string) {
  return ['task', taskId] as const
}

/** Where stands that this tab has started a task, until it has heard of its end. */
function startedKey(taskId: string) {
  return ['task', taskId, 'started'] as const
}

/** Says that this tab has started a task: its page listens at once, without asking first what became of it. */
export function noteStarted(queryClient: QueryClient, taskId: string): void {
  queryClient.setQueryData(startedKey(taskId), true)
}

/** Whether this tab has started a task of which it has not heard the end. */
export function wasStarted(queryClient: QueryClient, taskId: string): boolean {
  return queryClient.getQueryData(startedKey(taskId)) === true
}

export interface TaskListening {
  progress: TaskProgress | undefined
  /** Why nothing more comes; null while it does. */
  end: FollowEnd | null
}

interface ListenedTask {
  subject: FollowedTask['subject']
  /** Null listens to none. */
  taskId: string | null
  /** What was heard stays; nothing more is, for now. */
  isPaused?: boolean
}

/** Listens to a task while the component is there. What is heard lies in the query cache under `['task', id]`. */
export function useTask({ subject, taskId, isPaused = false }: ListenedTask): TaskListening {
  const queryClient = useQueryClient()
  const [ended, setEnded] = useState<{ taskId: string; end: FollowEnd } | null>(null)
  const { data } = useQuery<TaskProgress>({ queryKey: taskKey(taskId ?? ''), queryFn: skipToken })
  useEffect(() => {
    if (taskId === null || isPaused) return undefined
    setEnded(null)
    return followTask({
      subject,
      taskId,
      onMessage: (message) => {
        queryClient.setQueryData<TaskProgress>(taskKey(taskId), (before) => progressed(before, message, Date.now()))
      },
      onEnd: (end) => {
        setEnded({ taskId, end })
        queryClient.removeQueries({ queryKey: startedKey(taskId) })
        if (end === 'sign-in' || subject !== 'simulations') return
        // What ended while nobody listened, or was deleted, has told no number.
        const number = queryClient.getQueryData<TaskProgress>(taskKey(taskId))?.latest.simulation_id
        lookAgain(queryClient, [taskId, String(number)])
      },
    })
  }, [queryClient, subject, taskId, isPaused])
  return { progress: taskId === null ? undefined : data, end: ended?.taskId === taskId ? ended.end : null }
}

/** What a run became changes its own page and the list. */
function lookAgain(queryClient: QueryClient, ids: readonly string[]): void {
  for (const id of ids) void queryClient.invalidateQueries({ queryKey: ['run', id], exact: true })
  void queryClient.invalidateQueries({ queryKey: ['runs'] })
}
