import { closeCodes, socketProtocol } from '@portofino/contract'
import type { TaskMessage } from '@portofino/contract'
import { isProblem, ProblemError } from '../problems.ts'
import type { Connection } from './connection-state.ts'
import { backoff, beginning, followed, isPolling } from './follow-state.ts'
import type { FollowEnd, FollowEvent, FollowState, PolledTask } from './follow-state.ts'

/** What can be followed. */
export interface FollowedTask {
  subject: 'simulations' | 'reports'
  taskId: string
}

export interface Following extends FollowedTask {
  onMessage: (message: TaskMessage) => void
  onEnd: (end: FollowEnd) => void
}

/** The way to the server. */
export interface Line {
  ticket: (signal: AbortSignal) => Promise<string>
  open: (path: string, protocols: string[]) => WebSocket
  ask: (path: string, signal: AbortSignal) => Promise<PolledTask>
  /** Told how well the server is heard; null at the end. */
  tell: (state: Connection | null) => void
}

/** The server sends one each 15 s: two are missing, and a little more. */
const silenceMs = 32_000
const pollMs = 3_000
/** Standard code of a connection that broke. */
const broken = 1006

/** Listens to one task by socket, by polling where sockets do not get through, until its last message. */
export class TaskFollower {
  readonly #following: Following
  readonly #line: Line
  readonly #stopped = new AbortController()
  #state: FollowState = beginning
  #socket: WebSocket | null = null
  #silence: ReturnType<typeof setTimeout> | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #polling: ReturnType<typeof setInterval> | undefined
  #isAsking = false
  #isConnecting = false
  #told: Connection = { kind: 'live' }
  #lastHeard: Date | null = null

  constructor(following: Following, line: Line) {
    this.#following = following
    this.#line = line
    this.#tell({ kind: 'live' })
    void this.#connect()
  }

  /** Says nothing more. */
  stop(): void {
    if (this.#stopped.signal.aborted) return
    this.#stopped.abort()
    clearTimeout(this.#silence)
    clearTimeout(this.#retry)
    clearInterval(this.#polling)
    if (this.#socket !== null) leave(this.#socket)
    this.#line.tell(null)
  }

  /** Does not wait any longer for the next connection. */
  hurry(): void {
    if (this.#isOver) return
    clearTimeout(this.#retry)
    void this.#connect()
  }

  get #isOver(): boolean {
    return this.#stopped.signal.aborted || this.#state.end !== null
  }

  async #connect(): Promise<void> {
    // One that waits for its ticket counts: networks and tabs wake together, and each asks to hurry.
    if (this.#isConnecting || this.#socket !== null) return
    this.#isConnecting = true
    const { subject, taskId } = this.#following
    try {
      const ticket = await this.#line.ticket(this.#stopped.signal)
      this.#isConnecting = false
      if (this.#isOver) return
      const after = this.#state.seq < 0 ? '' : `?after=${this.#state.seq}`
      this.#listen(this.#line.open(`/ws/${subject}/${taskId}${after}`, [socketProtocol, `ticket.${ticket}`]))
    } catch (error) {
      this.#isConnecting = false
      if (this.#isOver) return
      const isSignedOut = error instanceof ProblemError && error.status === 401
      this.#judge({ kind: 'closed', code: isSignedOut ? closeCodes.signInRequired : broken })
    }
  }

  #listen(socket: WebSocket): void {
    this.#socket = socket
    this.#expectWord()
    socket.addEventListener('message', ({ data }) => {
      if (socket !== this.#socket) return
      this.#expectWord()
      this.#judge(eventOf(String(data)))
    })
    socket.addEventListener('close', ({ code }) => this.#lose(socket, code))
  }

  #lose(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return
    this.#socket = null
    clearTimeout(this.#silence)
    if (!this.#stopped.signal.aborted) this.#judge({ kind: 'closed', code })
  }

  /** A connection that has gone quiet is as good as closed, whatever the browser believes. */
  #expectWord(): void {
    clearTimeout(this.#silence)
    const socket = this.#socket
    this.#silence = setTimeout(() => {
      if (socket === null) return
      this.#lose(socket, broken)
      socket.close()
    }, silenceMs)
  }

  #judge(event: FollowEvent): void {
    const { state, news, action } = followed(this.#state, event)
    this.#state = state
    if (event.kind !== 'closed') this.#lastHeard = new Date()
    for (const message of news) this.#following.onMessage(message)
    if (state.end !== null) return this.#finish(state.end)
    this.#show(event.kind === 'polled')
    if (action === 'refetch') void this.#ask()
    if (action === 'reconnect') {
      clearTimeout(this.#retry)
      this.#retry = setTimeout(() => void this.#connect(), backoff(state.failures, Math.random()))
    }
    this.#keepPolling(isPolling(state))
  }

  #finish(end: FollowEnd): void {
    this.stop()
    this.#following.onEnd(end)
  }

  #show(isAnswered: boolean): void {
    const { failures } = this.#state
    if (failures === 0) this.#tell({ kind: 'live' })
    else if (isAnswered && isPolling(this.#state)) this.#tell({ kind: 'polling', lastHeard: this.#lastHeard })
    else if (this.#told.kind !== 'polling') this.#showReconnecting()
  }

  #showReconnecting(): void {
    this.#tell({ kind: 'reconnecting', attempt: this.#state.failures, lastHeard: this.#lastHeard })
  }

  #tell(state: Connection): void {
    this.#told = state
    this.#line.tell(state)
  }

  #keepPolling(isWanted: boolean): void {
    if (!isWanted) {
      clearInterval(this.#polling)
      this.#polling = undefined
    } else if (this.#polling === undefined) {
      this.#polling = setInterval(() => void this.#ask(), pollMs)
      void this.#ask()
    }
  }

  async #ask(): Promise<void> {
    if (this.#isAsking || this.#isOver) return
    this.#isAsking = true
    const path = `/tasks/${this.#following.taskId}?after=${Math.max(this.#state.seq, 0)}`
    try {
      const task = await this.#line.ask(path, this.#stopped.signal)
      if (!this.#isOver) this.#judge({ kind: 'polled', task })
    } catch (error) {
      if (this.#isOver) return
      if (isProblem(error, 'not_found')) this.#judge({ kind: 'closed', code: closeCodes.notFound })
      else this.#showReconnecting()
    } finally {
      this.#isAsking = false
    }
  }
}

/** One that is still being opened is left when it is: browsers warn of a connection that is closed before. */
function leave(socket: WebSocket): void {
  if (socket.readyState === socket.CONNECTING) socket.addEventListener('open', () => socket.close(closeCodes.finished))
  else socket.close(closeCodes.finished)
}

function eventOf(text: string): FollowEvent {
  const said = JSON.parse(text) as TaskMessage | { heartbeat: true; seq: number }
  return 'heartbeat' in said ? { kind: 'heartbeat', seq: said.seq } : { kind: 'message', message: said }
}
