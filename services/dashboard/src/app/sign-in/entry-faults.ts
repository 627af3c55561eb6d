import { ProblemError, isProblem, told } from '../../problems.ts'

/** What a person who may not come in yet is told, and where. */
export interface EntryFaults {
  /** Above the button; null where a field says all. */
  message: string | null
  email?: string
  password?: string
  /** Seconds until it is worth trying again. */
  wait: number | null
  /** Nothing of ours answered: what is known of that is shown instead of a message. */
  isUnreachable: boolean
  requestId: string | null
}

const none: EntryFaults = { message: null, wait: null, isUnreachable: false, requestId: null }

/** A refusal of signing in or registering, in the words of the form. Never tells which of e-mail and password was wrong. */
export function entryFaults(error: unknown): EntryFaults {
  if (isProblem(error, 'unreachable') || isProblem(error, 'unreadable')) return { ...none, isUnreachable: true }
  if (isProblem(error, 'invalid_password')) return { ...none, password: error.message }
  if (isProblem(error, 'email_taken')) return { ...none, email: error.message }
  const { detail, fields, requestId } = told(error)
  if (isProblem(error, 'invalid_request')) return { ...none, ...fieldFaults(fields, detail) }
  const wait = error instanceof ProblemError ? error.retryAfter : null
  if (wait !== null) return { ...none, message: withoutWait(error), wait }
  const isOurs = error instanceof ProblemError && error.status < 500
  return { ...none, message: detail, requestId: isOurs ? null : requestId }
}

function withoutWait(error: unknown): string {
  return isProblem(error, 'too_many_requests') ? 'Too many attempts.' : told(error).detail
}

function fieldFaults(fields: Readonly<Record<string, string>>, detail: string): Partial<EntryFaults> {
  const { email, password } = fields
  if (email === undefined && password === undefined) return { message: detail }
  return {
    ...(email !== undefined && { email: `E-mail: ${email}` }),
    ...(password !== undefined && { password: `Password: ${password}` }),
  }
}

/** What can be said before asking the server. */
export function missing(
  { email, password }: { email: string; password: string },
  shortest: number | null,
): Pick<EntryFaults, 'email' | 'password'> {
  const length = Array.from(password.normalize('NFC')).length
  return {
    ...(email.trim() === '' && { email: 'Enter your e-mail address.' }),
    ...(length === 0 && { password: 'Enter your password.' }),
    ...(length > 0 &&
      shortest !== null &&
      length < shortest && {
        password: `The password must have at least ${shortest} characters, got ${length}.`,
      }),
  }
}
