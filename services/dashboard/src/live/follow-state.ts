import { closeCodes, finalStatuses } from '@portofino/contract'
import type { TaskMessage, TaskStatus } from '@portofino/contract'

/** Why nothing more will be heard. */
export type FollowEnd = 'finished' | 'sign-in' | 'not-found'

/** What is known of a task that is followed. */
export interface FollowState {
  /** Of the last message that was passed on; −1 before the first. */
  readonly seq: number
  /** Connections in a row that brought nothing. */
  readonly failures: number
  /** Whether the last connection was closed because nobody was signed in: a new ticket may help once. */
  readonly isRefused: boolean
  readonly end: FollowEnd | null
}

/** `GET /tasks/{task_id}`. */
export interface PolledTask {
  readonly status: TaskStatus
  readonly seq: number
  readonly events: readonly TaskMessage[]
}

/** What may happen. */
export type FollowEvent =
  | { kind: 'message'; message: TaskMessage }
  | { kind: 'heartbeat'; seq: number }
  | { kind: 'polled'; task: PolledTask }
  | { kind: 'closed'; code: number }

/** What follows from it: the next state, messages to pass on in order, and what to do. */
interface FollowStep {
  readonly state: FollowState
  readonly news: readonly TaskMessage[]
  /** `refetch`: something was missed, the list of the API has it. `reconnect`: after `backoff`. */
  readonly action: 'none' | 'refetch' | 'reconnect'
}

export const beginning: FollowState = { seq: -1, failures: 0, isRefused: false, end: null }

/** So many failures in a row, and the API is asked by polling beside the attempts to connect. */
const failuresUntilPolling = 3

export function isPolling({ failures, end }: FollowState): boolean {
  return end === null && failures >= failuresUntilPolling
}

/** Milliseconds to wait before the next connection: 0.5 s to 30 s, doubled each time and spread, so that clients come back apart. */
export function backoff(failures: number, random: number): number {
  const center = 500 * 2 ** Math.min(Math.max(failures - 1, 0), 10)
  return Math.min(Math.max(center * (0.5 + random), 500), 30_000)
}

/** One event, judged: no message is passed on twice, none is left out. */
export function followed(state: FollowState, event: FollowEvent): FollowStep {
  if (state.end !== null) return { state, news: [], action: 'none' }
  if (event.kind === 'message') return heard(state, event.message)
  if (event.kind === 'polled') return polled(state, event.task)
  if (event.kind === 'closed') return closed(state, event.code)
  return { state: alive(state), news: [], action: event.seq > state.seq ? 'refetch' : 'none' }
}

function alive(state: FollowState): FollowState {
  return { ...state, failures: 0, isRefused: false }
}

function heard(state: FollowState, message: TaskMessage): FollowStep {
  const { seq, news, hasGap } = inOrder(state.seq, [message])
  const isOver = news.some(({ status }) => finalStatuses.includes(status))
  const next: FollowState = { ...alive(state), seq, end: isOver ? 'finished' : null }
  return { state: next, news, action: hasGap && !isOver ? 'refetch' : 'none' }
}

/** What is new of the messages, up to the first that one is missing before. The very first may have any number: it tells the present state. */
function inOrder(last: number, messages: readonly TaskMessage[]): { seq: number; news: TaskMessage[]; hasGap: boolean } {
  let seq = last
  const news: TaskMessage[] = []
  for (const message of messages.toSorted((a, b) => a.seq - b.seq)) {
    if (message.seq <= seq) continue
    if (seq >= 0 && message.seq > seq + 1) return { seq, news, hasGap: true }
    seq = message.seq
    news.push(message)
  }
  return { seq, news, hasGap: false }
}

/** Polling shows that the task lives, not that sockets work: failures stay counted. */
function polled(state: FollowState, { status, events }: PolledTask): FollowStep {
  const { seq, news } = inOrder(state.seq, events)
  const end = finalStatuses.includes(status) ? 'finished' : null
  return { state: { ...state, seq, end }, news, action: 'none' }
}

function closed(state: FollowState, code: number): FollowStep {
  if (code === closeCodes.notFound) return { state: { ...state, end: 'not-found' }, news: [], action: 'none' }
  const isRefused = code === closeCodes.signInRequired
  if (isRefused && state.isRefused) return { state: { ...state, end: 'sign-in' }, news: [], action: 'none' }
  // Where there are too many sockets already, polling takes their place at once.
  const failures = Math.max(state.failures + 1, code === closeCodes.tooMany ? failuresUntilPolling : 0)
  return { state: { ...state, failures, isRefused }, news: [], action: 'reconnect' }
}
