import type { TaskMessage } from '@portofino/contract'

/** What has been heard of a task so far. */
export interface TaskProgress {
  readonly latest: TaskMessage
  /** When the latest came, in milliseconds since 1970. */
  readonly heardAt: number
  /** What each step said last. */
  readonly steps: Readonly<Record<string, TaskMessage>>
  /** Where the present step stood when it was first heard of: its pace follows. */
  readonly began: { readonly step: string | null; readonly done: number; readonly at: number }
  /** Never falls while the task runs. */
  readonly percent: number
}

const nothing: Pick<TaskProgress, 'steps' | 'percent'> & { began: TaskProgress['began'] | null } = {
  steps: {},
  percent: 0,
  began: null,
}

/** One message more. */
export function progressed(before: TaskProgress | undefined, message: TaskMessage, now: number): TaskProgress {
  const { steps, percent, began } = before ?? nothing
  const { status, step = null, done = 0 } = message
  // A task that waits again begins anew.
  const floor = status === 'queued' ? 0 : percent
  return {
    latest: message,
    heardAt: now,
    steps: step === null || status !== 'running' ? steps : { ...steps, [step]: message },
    began: began?.step === step ? began : { step, done, at: now },
    percent: Math.max(floor, message.percent ?? 0),
  }
}

/** Seconds that the present step still takes at its pace so far; null before that can be told. */
export function secondsLeft({ latest, began, heardAt }: TaskProgress): number | null {
  const { done, total } = latest
  if (done === undefined || total === undefined || latest.status !== 'running') return null
  const seconds = (heardAt - began.at) / 1000
  const covered = done - began.done
  return covered > 0 && seconds > 0.2 ? ((total - done) * seconds) / covered : null
}
