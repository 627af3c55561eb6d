import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'

export interface Reply {
  status: number
  head: string
  body: string
}

export interface Call {
  method: 'GET' | 'POST'
  path: string
  token?: string
  json?: unknown
}

/** One kept-alive connection that carries one request at a time and reads no more of a reply than it must, to cost the machine little. */
export interface HttpLine extends Disposable {
  send: (call: Call) => Promise<Reply>
}

export async function openLine(url: string): Promise<HttpLine> {
  const { host } = new URL(url)
  let connection = await openConnection(url)
  return {
    async send(call) {
      // The server closes what was idle for a minute.
      if (connection.socket.destroyed) connection = await openConnection(url)
      const reply = connection.nextReply()
      connection.socket.write(requestText(host, call))
      return reply
    },
    [Symbol.dispose]: () => void connection.socket.destroy(),
  }
}

interface Connection {
  socket: Socket
  /** Call it before the request is written; the promise is of the reply to that. */
  nextReply: () => Promise<Reply>
}

async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname, noDelay: true })
  await once(socket, 'connect')
  return { socket, nextReply: nextReplies(socket) }
}

function requestText(host: string, { method, path, token, json }: Call): string {
  const body = json === undefined ? '' : JSON.stringify(json)
  const head = [`${method} ${path} HTTP/1.1`, `Host: ${host}`]
  if (token !== undefined) head.push(`Authorization: Bearer ${token}`)
  if (json !== undefined) head.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`)
  return `${head.join('\r\n')}\r\n\r\n${body}`
}

function nextReplies(socket: Socket): () => Promise<Reply> {
  let received = ''
  let waiting: PromiseWithResolvers<Reply> | null = null
  const fail = (cause?: Error): void => {
    waiting?.reject(new Error('Cannot benchmark: the server must keep its connections open', { cause }))
  }
  socket.setEncoding('latin1')
  socket.on('data', (text: string) => {
    received += text
    const reply = completeReply(received)
    if (reply === null) return
    received = ''
    waiting?.resolve(reply)
  })
  socket.on('close', () => fail()).on('error', fail)
  return async () => {
    waiting = Promise.withResolvers()
    return waiting.promise
  }
}

function completeReply(text: string): Reply | null {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = text.slice(0, end)
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`Cannot benchmark: a reply must state its length, got "${head}"`)
  const body = text.slice(end + 4)
  return body.length < Number(length) ? null : { status: Number(head.slice(9, 12)), head, body }
}
