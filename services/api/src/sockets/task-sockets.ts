import type { Duplex } from 'node:stream'
import websocket from '@fastify/websocket'
import { closeCodes, socketProtocol, uuidReference } from '@portofino/contract'
import type { TaskMessage } from '@portofino/contract'
import type { Logger, Meters } from '@portofino/telemetry'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { WebSocket } from '@fastify/websocket'
import { bareAnswer } from '../http/broken-request.ts'
import { problemOf } from '../http/problem-of.ts'
import { Problem } from '../problem.ts'
import { openSockets } from './open-sockets.ts'
import type { OpenSockets } from './open-sockets.ts'
import { wantedStart } from './socket-address.ts'
import { socketRefusal } from './socket-refusal.ts'
import { streamTask } from './stream-task.ts'

/** What a socket may follow. */
export type TaskSubject = 'simulations' | 'reports'

/** Who opened a socket. */
export interface SocketUser {
  id: number
  /** Calls once when what signed the user in has ended; the answer ends that. */
  whenEnded: (onEnd: () => void) => () => void
}

export interface FollowedTask {
  subject: TaskSubject
  taskId: string
  userId: number
  /** Null starts with the present state. */
  after: number | null
}

export interface SocketDependencies {
  /** Throws a problem when nobody is signed in. */
  authenticate: (request: FastifyRequest) => Promise<SocketUser>
  /** The messages of a task to its last; null when there is no such task of this user. */
  follow: (task: FollowedTask, signal: AbortSignal) => Promise<AsyncIterable<TaskMessage> | null>
  meters: Meters
  logger: Logger
  limitPerUser: number
  heartbeatMs: number
}

const subjects: readonly TaskSubject[] = ['simulations', 'reports']
const largestReceivedBytes = 64 * 1024
/** For clients that do not answer the close of a server that stops. */
const patienceMs = 2000

/** `WS /ws/simulations/{task_id}` and `WS /ws/reports/{task_id}`. */
export async function serveTaskSockets(app: FastifyInstance, dependencies: SocketDependencies): Promise<void> {
  const sockets = openSockets(dependencies.limitPerUser)
  await app.register(websocket, {
    options: {
      maxPayload: largestReceivedBytes,
      perMessageDeflate: false,
      // Of what a browser offers, never the ticket.
      handleProtocols: (offered: Set<string>) => (offered.has(socketProtocol) ? socketProtocol : false),
    },
    // What was sent wrongly is answered by its close code; nothing else is left to do.
    errorHandler: (_fault, socket) => {
      if (socket.readyState === socket.OPEN) socket.terminate()
    },
    preClose: (done) => {
      for (const socket of app.websocketServer.clients) {
        socket.close(closeCodes.stopping, 'the server is stopping; connect again shortly')
        setTimeout(() => socket.terminate(), patienceMs).unref()
      }
      done()
    },
  })
  const answer = bareAnswer(dependencies.logger)
  app.websocketServer.on('wsClientError', (fault: Error, socket: Duplex) => {
    const detail = `This is not a WebSocket handshake: ${fault.message}.`
    answer(socket, new Problem('malformed_request', { detail, headers: { 'sec-websocket-version': '13' } }))
  })
  for (const subject of subjects) {
    app.route({
      method: 'GET',
      url: `/ws/${subject}/:task_id`,
      schema: { hide: true },
      handler: refusePlainRequest,
      wsHandler: (socket, request) => serveSocket({ socket, request, subject }, { ...dependencies, sockets }),
    })
  }
}

function refusePlainRequest(): never {
  throw new Problem('upgrade_required', { detail: 'Connect here with a WebSocket client.', headers: { upgrade: 'websocket' } })
}

interface Opened {
  socket: WebSocket
  request: FastifyRequest
  subject: TaskSubject
}

type Serving = SocketDependencies & { sockets: OpenSockets }

async function serveSocket(opened: Opened, serving: Serving): Promise<void> {
  const { socket, request, subject } = opened
  const { meters, logger } = serving
  const closed = new AbortController()
  meters.socketsOpen.inc({ subject })
  socket.once('close', () => {
    closed.abort()
    meters.socketsOpen.dec({ subject })
  })
  try {
    await followTask(opened, serving, closed.signal)
  } catch (thrown) {
    if (closed.signal.aborted) return
    const problem = problemOf(thrown)
    if (problem.status >= 500) logger.error({ request_id: request.id, error: thrown }, 'socket failed')
    const { code, reason } = socketRefusal(problem)
    socket.close(code, reason)
  }
}

async function followTask({ socket, request, subject }: Opened, serving: Serving, signal: AbortSignal): Promise<void> {
  const after = wantedStart(request.url)
  const user = await serving.authenticate(request)
  signal.throwIfAborted()
  if (!serving.sockets.admit(socket, user.id)) {
    throw new Problem('too_many_requests', { detail: `At most ${serving.limitPerUser} sockets at a time; close one.` })
  }
  socket.once(
    'close',
    user.whenEnded(() => socket.close(closeCodes.signInRequired, 'the session has ended')),
  )
  const taskId = uuidReference(taskIdOf(request))
  const messages = taskId === null ? null : await serving.follow({ subject, taskId, userId: user.id, after }, signal)
  if (messages === null) throw new Problem('not_found', { detail: `There is no such task of yours under ${subject}.` })
  const onSent = (): void => serving.meters.socketMessages.inc({ subject })
  await streamTask(socket, { messages, heartbeatMs: serving.heartbeatMs, onSent })
}

function taskIdOf({ params }: FastifyRequest): string {
  return typeof params === 'object' && params !== null && 'task_id' in params ? String(params.task_id) : ''
}
