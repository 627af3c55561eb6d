/** What may stand in a log line beside message, level, time and name. Anything else is left out. */
const plainFields = [
  'address',
  'attempt',
  'code',
  'count',
  'duration_ms',
  'email_domain',
  'event',
  'event_type',
  'host',
  'job',
  'job_id',
  'method',
  'part',
  'pid',
  'port',
  'reason',
  'request_id',
  'route',
  'seq',
  'session_id',
  'simulation_id',
  'source',
  'status',
  'status_code',
  'symbol',
  'table',
  'task_id',
  'url',
  'user_id',
  'version',
  'worker',
] as const

/** The allowed part of a log record; errors by name, code, message, stack and causes. */
export function loggedFields(record: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const field of plainFields) {
    const value = record[field]
    if (value !== undefined && isPlain(value)) kept[field] = value
  }
  const fault = record['err'] ?? record['error']
  if (fault !== undefined) kept['error'] = loggedError(fault, 0)
  return kept
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function loggedError(fault: unknown, depth: number): unknown {
  if (!(fault instanceof Error)) return { message: String(fault) }
  const code = 'code' in fault && isPlain(fault.code) ? { code: fault.code } : {}
  const cause = fault.cause === undefined || depth > 3 ? {} : { cause: loggedError(fault.cause, depth + 1) }
  return { name: fault.name, ...code, message: fault.message, stack: fault.stack, ...cause }
}
