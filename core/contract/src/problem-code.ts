export interface ProblemKind {
  status: number
  title: string
}

/**
 * Every stable code of a problem document, with its status and title. Codes never change meaning; add a line for a new one.
 * A problem may carry another status than its usual one.
 */
export const problemKinds = {
  // 400: the request cannot be read.
  malformed_request: { status: 400, title: 'The request is not valid HTTP' },
  malformed_json: { status: 400, title: 'The body is not valid JSON' },
  invalid_request: { status: 400, title: 'A field is missing, unknown or of the wrong type' },
  // 401: who are you?
  sign_in_required: { status: 401, title: 'Sign in first' },
  invalid_token: { status: 401, title: 'The token is not valid' },
  session_ended: { status: 401, title: 'The session has ended' },
  invalid_credentials: { status: 401, title: 'E-mail or password is wrong' },
  // 403: you may not.
  forbidden: { status: 403, title: 'Not allowed' },
  insufficient_scope: { status: 403, title: 'The token does not reach that far' },
  origin_refused: { status: 403, title: 'Calls from this origin are refused' },
  registration_closed: { status: 403, title: 'Registration is closed' },
  // 404 and neighbors: nothing there.
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  request_timeout: { status: 408, title: 'The request took too long' },
  report_expired: { status: 410, title: 'The report has expired' },
  // 409: the state says no.
  email_taken: { status: 409, title: 'The address has an account' },
  too_many_api_tokens: { status: 409, title: 'There are too many API tokens' },
  task_finished: { status: 409, title: 'The task has finished' },
  simulation_not_done: { status: 409, title: 'The simulation has no result' },
  report_not_ready: { status: 409, title: 'The report is not ready' },
  idempotency_conflict: { status: 409, title: 'The idempotency key belongs to another request' },
  // 413 to 431: too much, or not here.
  body_too_large: { status: 413, title: 'The body is too large' },
  uri_too_long: { status: 414, title: 'The address is too long' },
  unsupported_media_type: { status: 415, title: 'Unsupported content type' },
  expectation_failed: { status: 417, title: 'An expectation cannot be met' },
  misdirected_request: { status: 421, title: 'This server does not answer for that host' },
  invalid_command: { status: 422, title: 'The command has faults' },
  invalid_problem: { status: 422, title: 'The problem has faults' },
  problem_too_long: { status: 422, title: 'The problem takes too long' },
  invalid_password: { status: 422, title: 'The password cannot be used' },
  upgrade_required: { status: 426, title: 'A WebSocket is expected here' },
  too_many_requests: { status: 429, title: 'Too many requests' },
  too_many_queued: { status: 429, title: 'Too many tasks are waiting' },
  headers_too_large: { status: 431, title: 'The headers are too large' },
  // 5xx: our side.
  internal: { status: 500, title: 'A fault of the server' },
  busy: { status: 503, title: 'The server is busy' },
  database_unavailable: { status: 503, title: 'The database is away' },
  storage_full: { status: 503, title: 'The disk is full' },
  prices_unavailable: { status: 503, title: 'Prices cannot be had' },
} as const satisfies Record<string, ProblemKind>

/** What a program may branch on. */
export type ProblemCode = keyof typeof problemKinds
