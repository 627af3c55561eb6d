import type { ProblemCode, ProblemDocument, TaskErrorCode, TaskMessage } from '@portofino/contract'

/** Why a call did not succeed: what the API said, or that it said nothing. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode | 'unreachable' | 'unreadable'
  readonly status: number
  readonly document: ProblemDocument | null
  /** Seconds to wait before trying again; null when the API did not say. */
  readonly retryAfter: number | null

  constructor(
    message: string,
    details: Pick<ProblemError, 'code' | 'status' | 'document' | 'retryAfter'>,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = details.code
    this.status = details.status
    this.document = details.document
    this.retryAfter = details.retryAfter
  }
}

/** A call that no server answered. */
export function unreachable(address: string, cause: unknown): ProblemError {
  return new ProblemError(
    `Nothing answers at ${address}. Is PortoFino running there? Start it with "npm start".`,
    { code: 'unreachable', status: 0, document: null, retryAfter: null },
    { cause },
  )
}

/** A call that is not made, because nobody is signed in to make it. */
export function signedOut(): ProblemError {
  return new ProblemError('Sign in first.', { code: 'sign_in_required', status: 401, document: null, retryAfter: null })
}

/** What a reply that is no success says. */
export async function problemOf(reply: Response): Promise<ProblemError> {
  const retryAfter = Number(reply.headers.get('retry-after') ?? Number.NaN)
  const rest = { status: reply.status, retryAfter: Number.isFinite(retryAfter) ? retryAfter : null }
  if (!/\bjson\b/.test(reply.headers.get('content-type') ?? '')) return unreadable(rest)
  try {
    const document = (await reply.json()) as ProblemDocument
    return new ProblemError(document.detail, { ...rest, code: document.code, document })
  } catch {
    return unreadable(rest)
  }
}

function unreadable(rest: { status: number; retryAfter: number | null }): ProblemError {
  return new ProblemError(
    `The server answered with status ${rest.status} and nothing that PortoFino understands; is another program at this address?`,
    { ...rest, code: 'unreadable', document: null },
  )
}

/** What people can do about it. */
type ProblemAction = 'sign-in' | 'retry' | 'wait' | 'none'

/** A problem in the words of the screen. */
export interface Told {
  title: string
  detail: string
  action: ProblemAction
  /** Names the request in the server's log. */
  requestId: string | null
  /** Faults of single fields, by path. */
  fields: Readonly<Record<string, string>>
}

/** The one interpreter of failures: of calls, and of faults of this program. */
export function told(error: unknown): Told {
  if (!(error instanceof ProblemError)) return toldOfPage(error)
  const { document } = error
  const fields = Object.fromEntries((document?.errors ?? []).map(({ field, message }) => [field, message]))
  const detail = error.message
  return { title: titleOf(error), detail, action: actionOf(error), requestId: document?.request_id ?? null, fields }
}

function toldOfPage(error: unknown): Told {
  const rest = { action: 'retry', requestId: null, fields: {} } as const
  if (isDisturbance(error)) {
    const detail = 'The browser translates it, or an extension writes into it. Switch that off for this page, then retry.'
    return { ...rest, title: 'Something else has changed this page', detail }
  }
  return { ...rest, title: 'Something went wrong on this page', detail: error instanceof Error ? error.message : String(error) }
}

/** Whether the elements of the page were not where this program had left them: a translator or an extension has moved them. */
export function isDisturbance(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError'
}

function titleOf({ code, document }: ProblemError): string {
  if (code === 'unreachable') return 'The server cannot be reached'
  if (code === 'sign_in_required') return 'Sign in first'
  return document?.title ?? 'The answer cannot be read'
}

function actionOf({ status, retryAfter, document }: ProblemError): ProblemAction {
  if (status === 401) return 'sign-in'
  if (document === null) return 'retry'
  if (status === 429 || (status === 503 && retryAfter !== null)) return 'wait'
  return status >= 500 || status === 408 ? 'retry' : 'none'
}

/** Whether an error carries this code. */
export function isProblem(error: unknown, code: ProblemError['code']): error is ProblemError {
  return error instanceof ProblemError && error.code === code
}

/** Why a task failed, as its last message says. */
export type TaskFault = NonNullable<TaskMessage['error']>

const taskTitles: Readonly<Record<TaskErrorCode, string>> = {
  invalid_command: 'The command does not go together with the prices',
  not_found: 'The run is gone',
  prices_not_found: 'The source has no such prices',
  prices_rate_limited: 'The source of prices was asked too often',
  prices_unavailable: 'The source of prices did not answer',
  prices_unauthorized: 'The source of prices refused the server',
  prices_malformed: 'The source sent no prices',
  database_unavailable: 'The database was away',
  database_full: 'The disk of the server is full',
  interrupted: 'The server stopped while it ran',
  internal: 'A fault of the server',
}

/** What the same command would fail with again. */
const lasting: readonly string[] = ['invalid_command', 'not_found', 'prices_not_found']

/** The failure of a task in the words of the screen; `mayPass` where trying again may help. */
export function toldTask(fault: TaskFault | null): { title: string; detail: string; mayPass: boolean } {
  if (fault === null) return { title: 'The run failed', detail: 'The server no longer knows why.', mayPass: true }
  const { code, detail, diagnostics } = fault
  const hasNoPrices = diagnostics?.some((each) => each.code === 'E303') === true
  const title = hasNoPrices ? 'No prices for these dates' : (taskTitles[code as TaskErrorCode] ?? 'The run failed')
  return { title, detail: hasNoPrices ? `${detail}, so nothing was computed.` : detail, mayPass: !lasting.includes(code) }
}
