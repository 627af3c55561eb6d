import type { ProblemCode, ProblemDocument } from '@portofino/contract'
import { problemKinds } from '@portofino/contract'

export interface ProblemOptions {
  /** One sentence that reads well alone and helps. */
  detail: string
  /** Where it differs from the code's usual one. */
  status?: number
  /** Seconds, for 429 and 503. */
  retryAfter?: number
  /** Further reply headers, in lower case: `www-authenticate`. */
  headers?: Record<string, string>
  /** Further members of the document. */
  members?: Pick<ProblemDocument, 'errors' | 'diagnostics' | 'existing' | 'fault'>
  cause?: unknown
}

/** The scheme by which clients sign in; every 401 names it. */
export const realm = 'Bearer realm="portofino"'

/** A refusal or failure that the caller is told about; becomes a problem document at the one error handler. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly members: NonNullable<ProblemOptions['members']>

  constructor(code: ProblemCode, { detail, status, retryAfter, headers = {}, members = {}, cause }: ProblemOptions) {
    super(detail, cause === undefined ? undefined : { cause })
    this.name = 'Problem'
    this.code = code
    this.status = status ?? problemKinds[code].status
    this.headers = {
      ...(this.status === 401 && { 'www-authenticate': realm }),
      ...(retryAfter !== undefined && { 'retry-after': String(Math.max(1, Math.ceil(retryAfter))) }),
      ...headers,
    }
    this.members = members
  }
}

/** The body of the reply. */
export function problemDocument(problem: Problem, requestId: string): ProblemDocument {
  return {
    type: `urn:portofino:problem:${problem.code}`,
    title: problemKinds[problem.code].title,
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    request_id: requestId,
    ...problem.members,
  }
}
