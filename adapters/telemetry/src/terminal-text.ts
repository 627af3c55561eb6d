/** What a person at the terminal knows anyway, or what has a place of its own in the text. */
const ownPlace: readonly string[] = ['level', 'time', 'pid', 'hostname', 'name', 'msg', 'error', 'version', 'event']
const requestFields: readonly string[] = ['method', 'route', 'status_code', 'duration_ms', 'request_id']

/** A line of the log as a person reads it: time of day, level, what happened; an error with its stack and causes below. */
export function terminalText(line: string): string {
  const record: Record<string, unknown> = JSON.parse(line)
  const { level, time, msg, error } = record
  const clock = new Date(String(time)).toTimeString().slice(0, 8)
  const isRequest = msg === 'request' && 'route' in record
  const told = isRequest ? requestInWords(record) : typeof msg === 'string' ? msg : ''
  const fields = Object.entries(record).filter(([key, value]) => {
    return value !== null && !ownPlace.includes(key) && !(isRequest && requestFields.includes(key))
  })
  const list = fields.map(([key, value]) => `${key} ${String(value)}`).join(', ')
  const words = [told, list === '' ? '' : `(${list})`].filter((text) => text !== '').join(' ')
  const lines = [`${clock} ${String(level).padEnd(5)} ${words.replaceAll(/\s+/g, ' ')}`, ...errorLines(error)]
  return `${lines.map(withoutControls).join('\n')}\n`
}

function requestInWords({ method, route, status_code: status, duration_ms: duration }: Record<string, unknown>): string {
  const where = route === 'none' ? '(no such route)' : String(route)
  return `${String(method)} ${where} ${String(status)} ${Math.round(Number(duration))} ms`
}

function errorLines(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { name, code, message, stack, cause }: Record<string, unknown> = { ...error }
  const kind = [name, code].filter((part) => part !== undefined).map(String)
  const head = `${kind.length === 0 ? 'Error' : kind.join(' ')}: ${String(message)}`
  // The stack begins with the name and the message again.
  const calls = /^ {4}at [^]*/m.exec(typeof stack === 'string' ? stack : '')?.[0].split('\n') ?? []
  const below = errorLines(cause).map((line, index) => (index === 0 ? line.replace('  ', '  caused by ') : line))
  return [...head.split('\n').map((line) => `  ${line}`), ...calls, ...below]
}

/** A message may quote what a stranger sent: it must not move the cursor. */
function withoutControls(line: string): string {
  return line.replaceAll(/(?!\t)\p{Cc}/gu, '\uFFFD')
}
