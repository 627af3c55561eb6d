import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { ClientOptions } from 'ws'

export interface Answer {
  status: number
  headers: Headers
  text: string
  /** Parsed where it is JSON. */
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of any shape
  body: any
}

export interface CallOptions {
  token?: string | null
  /** Sent as JSON. */
  json?: unknown
  /** Sent as a form. */
  form?: Record<string, string>
  headers?: Record<string, string>
}

/** Speaks HTTP and WebSocket to a server, and nothing else. */
export interface Caller {
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>
  /** Everything a socket says until it is closed, and the close code. */
  listen: (path: string, options?: { token?: string | null; protocols?: string[]; origin?: string }) => Promise<Heard>
  open: (path: string, token: string, options?: ClientOptions) => WebSocket
}

export interface Heard {
  // oxlint-disable-next-line typescript/no-explicit-any -- as above
  messages: any[]
  code: number
  reason: string
  protocol: string
}

export function callerOf(url: string): Caller {
  const socketUrl = url.replace(/^http/, 'ws')
  return {
    async call(method, path, { token = null, json, form, headers = {} } = {}) {
      const body = json === undefined ? form && new URLSearchParams(form) : JSON.stringify(json)
      const reply = await fetch(`${url}${path}`, {
        method,
        headers: { ...bearer(token), ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(body === undefined ? {} : { body }),
      })
      const text = await reply.text()
      const isJson = /json/.test(reply.headers.get('content-type') ?? '')
      return { status: reply.status, headers: reply.headers, text, body: isJson ? JSON.parse(text) : text }
    },

    async listen(path, { token = null, protocols = [], origin } = {}) {
      const socket = new WebSocket(`${socketUrl}${path}`, protocols, { headers: bearer(token), ...(origin && { origin }) })
      const messages: unknown[] = []
      socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())))
      const [code, reason] = await once(socket, 'close')
      return { messages, code, reason: String(reason), protocol: socket.protocol }
    },

    open: (path, token, options = {}) => new WebSocket(`${socketUrl}${path}`, { ...options, headers: bearer(token) }),
  }
}

function bearer(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` }
}
