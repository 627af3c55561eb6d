import { randomUUID } from 'node:crypto'
import type { Server } from './started-server.ts'

/** Somebody with an account, who can also speak to the API without a browser. */
export interface Person {
  email: string
  password: string
  /** Replies other than success reject. */
  call: (method: string, path: string, body?: unknown) => Promise<Response>
  json: <Reply>(method: string, path: string, body?: unknown) => Promise<Reply>
  /** Runs a command to its end; gives its ids. */
  simulated: (command: string) => Promise<{ id: number; taskId: string }>
  /** Ends every session, as from another device. */
  endSessions: () => Promise<void>
  /** Admits to one socket. */
  ticket: () => Promise<string>
  /** The workbook of a run. */
  report: (id: number) => Promise<Uint8Array>
}

const password = 'seven geese fly south'

export async function newPerson({ url }: Pick<Server, 'url'>): Promise<Person> {
  const email = `${randomUUID()}@example.com`
  const send = async (method: string, path: string, { body, token }: { body?: unknown; token?: string }): Promise<Response> => {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), ...(body !== undefined && jsonBody) }
    const reply = await fetch(`${url}${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) })
    if (!reply.ok) throw new Error(`${method} ${path} answers ${reply.status}: ${await reply.text()}`)
    return reply
  }
  await send('POST', '/auth/register', { body: { email, password } })
  let token: string | null = null
  const call: Person['call'] = async (method, path, body) => {
    token ??= ((await (await send('POST', '/auth/login', { body: { email, password } })).json()) as { access_token: string })
      .access_token
    return send(method, path, { body, token })
  }
  const json: Person['json'] = async <Reply>(method: string, path: string, body?: unknown) =>
    (await (await call(method, path, body)).json()) as Reply
  return {
    email,
    password,
    call,
    json,
    async simulated(command) {
      const accepted = await json<{ simulation_id: number; task_id: string }>('POST', '/simulate', { command })
      await ended(json, accepted.task_id)
      return { id: accepted.simulation_id, taskId: accepted.task_id }
    },
    async endSessions() {
      await call('DELETE', '/auth/sessions')
      token = null
    },
    ticket: async () => (await json<{ ticket: string }>('POST', '/auth/ws-ticket', {})).ticket,
    async report(id) {
      const { task_id: taskId } = await json<{ task_id: string }>('POST', '/report', { simulation_id: id })
      await ended(json, taskId)
      return new Uint8Array(await (await call('GET', `/report/${taskId}/file`)).arrayBuffer())
    },
  }
}

const jsonBody = { 'content-type': 'application/json' }

async function ended(json: Person['json'], taskId: string): Promise<void> {
  const { status } = await json<{ status: string }>('GET', `/tasks/${taskId}`)
  if (status === 'done') return
  if (status !== 'queued' && status !== 'running') throw new Error(`Cannot go on: task ${taskId} is ${status}`)
  await ended(json, taskId)
}
