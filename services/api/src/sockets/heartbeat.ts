import type { WebSocket } from '@fastify/websocket'

export interface Heartbeat {
  everyMs: number
  /** What clients see; a ping goes with it. */
  message: () => string
}

/** Tells the client that the server lives, and cuts a client off that has not answered the ping before. The answer stops it. */
export function beatHeart(socket: WebSocket, { everyMs, message }: Heartbeat): () => void {
  let hasAnswered = true
  socket.on('pong', () => {
    hasAnswered = true
  })
  const timer = setInterval(() => {
    if (!hasAnswered) {
      socket.terminate()
      return
    }
    hasAnswered = false
    socket.ping()
    socket.send(message())
  }, everyMs)
  socket.once('close', () => clearInterval(timer))
  return () => clearInterval(timer)
}
