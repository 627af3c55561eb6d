import type { Components } from './json-schema.ts'
import type { Operation } from './operations.ts'
import type { GeneratedRequest } from './request-arbitrary.ts'
import { schemaFaults } from './schema-faults.ts'

export interface Reply {
  status: number
  type: string
  body: string
}

export interface Expectations {
  components: Components
  /** Whether the caller is signed in, and may only read. */
  isSignedIn: boolean
  mayOnlyRead: boolean
  /** What only others know. */
  secrets: readonly string[]
}

/** An address that is too long is refused before anybody asks who is there. */
const beforeSignIn: readonly number[] = [401, 414]

/** What is wrong with a reply, whatever was asked. */
export function replyFaults({ operation, body }: GeneratedRequest, reply: Reply, expected: Expectations): string[] {
  const { status } = reply
  const faults = documentFaults({ operation }, reply, expected)
  if (status >= 500) faults.push(`a fault of the server: ${status}`)
  if (operation.needsSignIn && !expected.isSignedIn && !beforeSignIn.includes(status))
    faults.push(`${status} without being signed in`)
  if (operation.needsSignIn && expected.mayOnlyRead && operation.method !== 'GET' && status < 400)
    faults.push('changed by a reading token')
  const secret = expected.secrets.find((each) => reply.body.includes(each) && body?.includes(each) !== true)
  if (secret !== undefined) faults.push(`tells ${secret}, which belongs to somebody else`)
  return faults
}

function documentFaults(
  { operation }: Pick<GeneratedRequest, 'operation'>,
  reply: Reply,
  { components }: Expectations,
): string[] {
  const described = documentedReply(operation, reply.status)
  if (described === undefined) return [`status ${reply.status} is not documented`]
  const type = reply.type.split(';')[0] ?? ''
  const schema = described.content?.[type]?.schema
  if (schema === undefined) return reply.body === '' ? [] : [`content type ${type} is not documented for ${reply.status}`]
  if (!type.endsWith('json')) return []
  const value: unknown = JSON.parse(reply.body)
  return [...schemaFaults(value, schema, { components }), ...(type === problemType ? statusFaults(value, reply) : [])]
}

function documentedReply({ responses }: Operation, status: number): Operation['responses'][string] | undefined {
  return responses[String(status)] ?? (status >= 400 ? responses['default'] : undefined)
}

const problemType = 'application/problem+json'

function statusFaults(value: unknown, { status }: Reply): string[] {
  const isTrue = typeof value === 'object' && value !== null && 'status' in value && value.status === status
  return isTrue ? [] : ['the problem tells another status']
}
