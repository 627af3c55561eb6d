import type { TaskMessage, TaskStatus } from '@portofino/contract'
import { tokens } from '@portofino/strategy'
import { count, monthOfYear } from '../../../format.ts'
import type { TaskProgress } from '../../../live/task-progress.ts'

export interface RunStep {
  name: string
  note: string
  state: 'done' | 'now' | 'todo' | 'failed'
}

const order = ['queued', 'prices', 'simulating', 'metrics', 'done'] as const
export type StepName = (typeof order)[number]

const words: Readonly<Record<StepName, { ahead: string; now: string; done: string; failed: string }>> = {
  queued: { ahead: 'Queued', now: 'Queued', done: 'Queued', failed: 'Queue' },
  prices: { ahead: 'Prices', now: 'Loading prices', done: 'Prices loaded', failed: 'Prices' },
  simulating: { ahead: 'Simulating', now: 'Simulating', done: 'Simulated', failed: 'Simulating' },
  metrics: { ahead: 'Metrics', now: 'Metrics', done: 'Metrics', failed: 'Metrics' },
  done: { ahead: 'Done', now: 'Done', done: 'Done', failed: 'Done' },
}

/** Where a run stands. */
export function stepOf(status: TaskStatus, latest: TaskMessage | undefined): StepName {
  if (status === 'queued' || status === 'done') return status
  return order.find((name) => name === latest?.step) ?? 'prices'
}

/** The five steps of a run that waits or runs. */
export function runSteps(status: TaskStatus, progress: TaskProgress | undefined): RunStep[] {
  const at = order.indexOf(stepOf(status, progress?.latest))
  return order.map((name, place) => {
    const state = place < at || status === 'done' ? 'done' : place === at ? 'now' : 'todo'
    return { name: words[name][state === 'todo' ? 'ahead' : state], note: noteOf(name, state, progress), state }
  })
}

/** Where a run stands, in a line: `Queued, 2 ahead of it`, `Simulating, around February 2009`. */
export function presentStep(steps: readonly RunStep[], upTo: string | null): string {
  const now = steps.find(({ state }) => state === 'now')
  return [now?.name ?? 'Done', upTo ?? now?.note].filter(Boolean).join(', ')
}

/** The steps of a run that failed, up to the one that it stopped at. */
export function failedSteps(failedAt: StepName): RunStep[] {
  const at = order.indexOf(failedAt)
  return order.map((name, place) => {
    if (place < at) return { name: words[name].done, note: '', state: 'done' }
    if (place === at) return { name: words[name].failed, note: 'stopped here', state: 'failed' }
    return { name: words[name].ahead, note: name === 'done' ? '' : 'not reached', state: 'todo' }
  })
}

function noteOf(name: StepName, state: RunStep['state'], progress: TaskProgress | undefined): string {
  if (state === 'todo') return name === 'done' ? 'opens here' : ''
  return name === 'queued' ? queueNote(state, progress?.latest) : countNote(name, state, progress?.steps[name])
}

function countNote(name: StepName, state: RunStep['state'], { done, total }: Pick<TaskMessage, 'done' | 'total'> = {}): string {
  if (done === undefined || total === undefined) return ''
  return `${count(state === 'done' ? total : done)} of ${count(total)}${name === 'simulating' ? ' sessions' : ''}`
}

function queueNote(state: RunStep['state'], latest: TaskMessage | undefined): string {
  if (state !== 'now') return ''
  // A task that failed for a moment says here why it waits again.
  if (latest?.step !== undefined) return latest.step
  if (latest?.position === undefined) return 'waiting for its turn'
  return latest.position === 0 ? 'first in line' : `${count(latest.position)} ahead of it`
}

/** How far a simulation has come in the time that it covers: `around February 2009`; null before it is under way. */
export function simulatedUpTo(command: string, latest: TaskMessage | undefined): string | null {
  const { step, done, total } = latest ?? {}
  if (step !== 'simulating' || done === undefined || !total) return null
  const days = tokens(command).filter(({ kind }) => kind === 'date')
  const [from, to] = [days[0], days.at(-1)].map((token) =>
    token ? Date.parse(command.slice(token.start, token.end)) : Number.NaN,
  )
  const date = new Date(from! + ((to! - from!) * done) / total)
  return Number.isNaN(date.getTime()) ? null : `around ${monthOfYear(date.getUTCFullYear(), date.getUTCMonth() + 1)}`
}

const spoken: Readonly<Record<TaskStatus, string>> = {
  queued: 'The run waits for its turn',
  running: 'The run is under way',
  done: 'The run is done',
  failed: 'The run failed',
  canceled: 'The run was canceled',
}

/** What screen readers are told: it changes with the state and at each quarter, not with every step. */
export function announcement(status: TaskStatus, percent: number): string {
  const quarter = Math.floor(percent / 25) * 25
  return status === 'running' && quarter > 0 ? `${spoken.running}, ${quarter}%` : spoken[status]
}

/** `About 3 s left`. */
export function timeLeft(seconds: number | null): string | null {
  if (seconds === null) return null
  if (seconds < 1) return 'Less than 1 s left'
  return seconds < 90 ? `About ${Math.round(seconds)} s left` : `About ${Math.round(seconds / 60)} min left`
}
