import type { ProblemCode } from '@portofino/contract'
import type { FastifyError } from 'fastify'
import { Problem } from '../problem.ts'
import { addressTooLong } from './address-parts.ts'
import { faultSentence, fieldFaults } from './field-faults.ts'
import { goneAccount } from './gone-account.ts'
import { jsonExpected } from './json-body.ts'
import { worldFault } from './world-fault.ts'

/** In bytes, of routes that say nothing else. */
export const usualBodyLimit = 64 * 1024

const frameworkFaults: Readonly<Record<string, { code: ProblemCode; detail: string }>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'malformed_json', detail: 'The body is empty; send a JSON object, {} at least.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'malformed_request',
    detail: 'The body is shorter or longer than its Content-Length says.',
  },
  FST_ERR_BAD_URL: { code: 'malformed_request', detail: 'The address holds a broken percent escape.' },
  FST_ERR_HANDLER_TIMEOUT: { code: 'busy', detail: 'The answer took too long; try again.' },
  FST_ERR_REQ_INVALID_VALIDATION_INVOCATION: { code: 'invalid_request', detail: 'The request cannot be checked.' },
}

/** The one place where what was thrown becomes what the caller is told. Anything unknown is a fault of the server. */
export function problemOf(thrown: unknown, bodyLimit: number = usualBodyLimit): Problem {
  if (thrown instanceof Problem) return thrown
  return (
    bodyTooLarge(thrown, bodyLimit) ??
    requestFault(thrown) ??
    endedRequest(thrown) ??
    goneAccount(thrown) ??
    worldFault(thrown) ??
    internalFault(thrown)
  )
}

/** What the framework says about a request that it could not read. */
function requestFault(thrown: unknown): Problem | null {
  if (!isFrameworkError(thrown)) return null
  if (thrown.validation !== undefined) {
    const errors = fieldFaults(thrown.validation)
    return new Problem('invalid_request', { detail: faultSentence(errors), members: { errors } })
  }
  if (thrown.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return jsonExpected(thrown)
  if (thrown.code === 'FST_ERR_MAX_PARAM_LENGTH') return addressTooLong(thrown)
  const known = frameworkFaults[thrown.code]
  if (known !== undefined) {
    const retryAfter = known.code === 'busy' ? { retryAfter: 1 } : {}
    return new Problem(known.code, { detail: known.detail, ...retryAfter, cause: thrown })
  }
  const { statusCode = 500 } = thrown
  if (statusCode < 400 || statusCode > 499) return null
  return new Problem('malformed_request', { status: statusCode, detail: 'The request cannot be read.', cause: thrown })
}

function bodyTooLarge(cause: unknown, bodyLimit: number): Problem | null {
  if (!isFrameworkError(cause) || cause.code !== 'FST_ERR_CTP_BODY_TOO_LARGE') return null
  const size = bodyLimit < 1024 * 1024 ? `${bodyLimit / 1024} KiB` : `${bodyLimit / 1024 / 1024} MiB`
  return new Problem('body_too_large', { detail: `The body is larger than ${size}.`, cause })
}

/** A client that went away before all of its body was here. The framework gives such faults of the connection a status. */
function endedRequest(thrown: unknown): Problem | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || thrown.code !== 'ECONNRESET') return null
  if (!('statusCode' in thrown) || thrown.statusCode !== 400) return null
  return new Problem('malformed_request', { detail: 'The connection ended before all of the body was here.', cause: thrown })
}

function isFrameworkError(thrown: unknown): thrown is FastifyError {
  return thrown instanceof Error && ('validation' in thrown || ('code' in thrown && String(thrown.code).startsWith('FST_')))
}

function internalFault(cause: unknown): Problem {
  return new Problem('internal', {
    detail: 'The server failed at this request; it is in its log under the request id. Trying again may work.',
    cause,
  })
}
