import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'

/** Test support: what the server does with one request. */
export type Behavior = (response: ServerResponse, request: IncomingMessage) => void

export interface FaultServer extends AsyncDisposable {
  /** `http://127.0.0.1:PORT`. */
  origin: string
  /** Paths of the requests so far. */
  requests: string[]
}

/** A server on loopback that answers the n-th request with the n-th behavior, and all after the last one with the last. */
export async function faultServer(behaviors: readonly Behavior[]): Promise<FaultServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const behavior = behaviors[Math.min(requests.length, behaviors.length - 1)]!
    requests.push(request.url ?? '')
    behavior(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string')
    throw new Error(`Cannot serve: the address must have a port, got ${address}`)
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const answers =
  (body: string, headers: Record<string, string> = {}): Behavior =>
  (response) => {
    response.writeHead(200, headers).end(body)
  }

/** Accepts the request and never says a word. */
export const staysSilent: Behavior = () => {}

/** Sends half of the body and then nothing more. */
export const stalls =
  (body: string): Behavior =>
  (response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(body) }).write(body.slice(0, body.length / 2))
  }

/** Sends half of the body and resets the connection. */
export const resets =
  (body: string): Behavior =>
  (response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(body) })
    response.write(body.slice(0, body.length / 2), () => response.socket?.resetAndDestroy())
  }

/** Ends the connection in order, before the length that it announced. */
export const endsEarly =
  (body: string): Behavior =>
  (response) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(body) })
    response.write(body.slice(0, body.length / 2), () => response.socket?.end())
  }

/** A whole answer by the rules of HTTP, whose JSON is cut off. */
export const cutsOff =
  (body: string): Behavior =>
  (response) => {
    response.writeHead(200).end(body.slice(0, body.length / 2))
  }

/** Sends spaces for ever. */
export const neverEnds: Behavior = (response) => {
  response.writeHead(200)
  const spaces = ' '.repeat(64 * 1024)
  function more(): void {
    if (!response.destroyed) response.write(spaces, more)
  }
  more()
}

export const leadsTo =
  (location: string): Behavior =>
  (response) => {
    response.writeHead(302, { location }).end()
  }
