import type { FastifyRequest } from 'fastify'
import type { Cookies } from './cookies.ts'
import { isLoopbackAddress } from '../http/loopback.ts'
import { networkOf } from './network.ts'
import { tokenHash } from './tokens/random-token.ts'

/** Where a request comes from, as far as that can be known. */
export interface RequestSource {
  address: string
  network: string
  isLoopback: boolean
  userAgent: string
  /** Of the value by which a browser is known again; null when it sent none. */
  device: Buffer | null
}

const longestUserAgent = 300
const tokenForm = /^[\w-]{43}$/

export function requestSource(request: FastifyRequest, cookies: Cookies): RequestSource {
  const device = cookies.read(request, 'device')
  return {
    address: request.ip,
    network: networkOf(request.ip),
    isLoopback: isLoopbackAddress(request.ip),
    userAgent: (request.headers['user-agent'] ?? '').slice(0, longestUserAgent),
    device: device !== null && tokenForm.test(device) ? tokenHash(device) : null,
  }
}
