import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { problemKinds } from '@portofino/contract'
import { Problem, problemDocument } from '../problem.ts'

interface ParserFault extends Error {
  code?: string
}

/** Answers what never became a request: broken HTTP, too many headers, headers that took too long. */
export function answerBrokenRequest(fault: ParserFault, socket: Socket): void {
  if (!socket.writable || fault.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const problem = brokenRequest(fault)
  const body = JSON.stringify(problemDocument(problem, randomUUID()))
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${problemKinds[problem.code].title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

function brokenRequest({ code }: ParserFault): Problem {
  if (code === 'HPE_HEADER_OVERFLOW') return new Problem('headers_too_large', { detail: 'The headers are larger than 16 KiB.' })
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('request_timeout', { detail: 'The request did not arrive in time: 10 s for headers, 30 s for all of it.' })
  }
  return new Problem('malformed_request', { detail: 'This is not valid HTTP.' })
}
