import { closeCodes } from '@portofino/contract'
import type { TaskMessage } from '@portofino/contract'
import type { WebSocket } from '@fastify/websocket'
import { beatHeart } from './heartbeat.ts'

/** A client that reads slower than this is cut off: it can come back and have what it missed. */
const mostBufferedBytes = 4 * 1024 * 1024

export interface TaskStream {
  /** First the present state or, with `after`, what came later; then what happens, up to the last message of the task. */
  messages: AsyncIterable<TaskMessage>
  heartbeatMs: number
  onSent: () => void
}

/** Sends a task's messages until its last one, then closes with 1000. Ends when either side closes. */
export async function streamTask(socket: WebSocket, { messages, heartbeatMs, onSent }: TaskStream): Promise<void> {
  let seq = 0
  const stopHeart = beatHeart(socket, { everyMs: heartbeatMs, message: () => JSON.stringify({ heartbeat: true, seq }) })
  try {
    for await (const message of messages) {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > mostBufferedBytes) {
        socket.close(closeCodes.tryLater, 'too slow; come back with ?after= and the last seq')
        return
      }
      seq = message.seq
      socket.send(JSON.stringify(message))
      onSent()
    }
    socket.close(closeCodes.finished)
  } finally {
    stopHeart()
  }
}
