import type { ProblemCode } from '@portofino/contract'
import { problemKinds, problemSchema } from '@portofino/contract'

const content = { 'application/problem+json': { schema: problemSchema } }

/** Every route may answer with these. */
const everywhere: readonly ProblemCode[] = ['invalid_request', 'database_unavailable']

/** The part of a route's `response` that says how it refuses, for the documentation: statuses with their codes. */
export function refusals(...codes: readonly ProblemCode[]): object {
  const byStatus = Map.groupBy(new Set([...everywhere, ...codes]), (code) => problemKinds[code].status)
  const listed = Array.from(byStatus, ([status, group]) => [status, { description: described(group), content }] as const)
  return {
    ...Object.fromEntries(listed),
    default: { description: 'Any other refusal or failure, in the same form.', content },
  }
}

function described(codes: readonly ProblemCode[]): string {
  return codes.map((code) => `\`${code}\`: ${problemKinds[code].title}.`).join(' ')
}

/** For the documentation of a route that needs somebody to be signed in. */
export const signedIn = { security: [{ bearer: [] }, { password: [] }] } as const

/** How a route refuses those who are not signed in, or whose token is too weak. */
export const signInRefusals: readonly ProblemCode[] = ['sign_in_required', 'invalid_token', 'session_ended', 'insufficient_scope']
