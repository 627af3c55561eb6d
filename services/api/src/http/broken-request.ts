import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemKinds } from '@portofino/contract'
import type { Logger } from '@portofino/telemetry'
import { Problem, problemDocument } from '../problem.ts'
import { contentPolicy, policyText } from './response-headers.ts'

interface ParserFault extends Error {
  code?: string
}

/** Writes a problem to a bare connection and lets go of it, whether or not the client closes its side. */
export type BareAnswer = (socket: Duplex, problem: Problem) => void

export function bareAnswer(logger: Logger): BareAnswer {
  return (socket, problem) => {
    const requestId = randomUUID()
    const { code, status } = problem
    logger.info({ request_id: requestId, code, status_code: status }, 'broken request')
    const body = JSON.stringify(problemDocument(problem, requestId))
    const headers = {
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      'x-request-id': requestId,
      ...protection,
      ...problem.headers,
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    const head = [`HTTP/1.1 ${status} ${problemKinds[code].title}`, ...lines].join('\r\n')
    socket.end(`${head}\r\n\r\n${body}`, () => socket.destroy())
  }
}

const protection = {
  'cache-control': 'no-store',
  'content-security-policy': policyText(contentPolicy),
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

/** Answers what never became a request: broken HTTP, too many headers, what took too long to arrive. */
export function answerBrokenRequests(server: Server, answer: BareAnswer): void {
  const open = new WeakMap<Duplex, ServerResponse[]>()
  server.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    open.set(socket, [...(open.get(socket) ?? []).filter(isOpen), response])
  })
  server.on('clientError', (fault: ParserFault, socket) => {
    if (socket.writableEnded) return
    const pending = (open.get(socket) ?? []).filter(isOpen)
    if (socket.writable && fault.code !== 'ECONNRESET' && mayAnswer(pending)) answer(socket, brokenRequest(fault))
    else socket.destroy()
  })
}

function isOpen({ req, writableFinished }: ServerResponse): boolean {
  return !req.complete || !writableFinished
}

/** A client would take an answer for that of the request before, or for a second one of the same. */
function mayAnswer([first, ...others]: readonly ServerResponse[]): boolean {
  return first === undefined || (others.length === 0 && !first.req.complete && !first.headersSent)
}

function brokenRequest({ code }: ParserFault): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('headers_too_large', { detail: 'The headers are larger than 16 KiB.' })
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('request_timeout', { detail: 'The request did not arrive in time: 10 s for headers, 30 s for all of it.' })
  }
  return new Problem('malformed_request', { detail: 'This is not valid HTTP.' })
}
