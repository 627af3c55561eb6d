import { Problem, realm } from '../problem.ts'

/** PostgreSQL's code for a row that refers to one that is not there, and its names for what belongs to an account. */
const missingReference = '23503'
const ownership = /_(user|session)_id_fkey$/

/** A problem when the account was deleted between the check of who asks and the write; null for anything else. */
export function goneAccount(thrown: unknown): Problem | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || thrown.code !== missingReference) return null
  if (!('constraint' in thrown) || !ownership.test(String(thrown.constraint))) return null
  return new Problem('session_ended', {
    detail: 'The account was deleted while this was under way; nothing was stored.',
    headers: { 'www-authenticate': `${realm}, error="invalid_token"` },
    cause: thrown,
  })
}
