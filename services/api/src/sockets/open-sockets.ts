import type { WebSocket } from '@fastify/websocket'

/** Counts the sockets of this process by whose they are. */
export interface OpenSockets {
  /** False when the user has as many as allowed already. The socket leaves by itself when it closes. */
  admit: (socket: WebSocket, userId: number) => boolean
}

export function openSockets(limitPerUser: number): OpenSockets {
  const open = new Map<number, number>()
  return {
    admit(socket, userId) {
      const count = open.get(userId) ?? 0
      if (count >= limitPerUser) return false
      open.set(userId, count + 1)
      socket.once('close', () => {
        const left = (open.get(userId) ?? 1) - 1
        if (left === 0) open.delete(userId)
        else open.set(userId, left)
      })
      return true
    },
  }
}
