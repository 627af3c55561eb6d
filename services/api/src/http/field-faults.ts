/** As much of a validation fault as a sentence needs. */
export interface ValidationFault {
  instancePath?: string
  keyword?: string
  message?: string
  params?: unknown
}

export interface FieldFault {
  field: string
  message: string
}

/** One line a field, in words that name no library. */
export function fieldFaults(faults: readonly ValidationFault[]): FieldFault[] {
  return faults.flatMap(({ instancePath = '', keyword, message = 'is not valid', params }) => {
    const field = instancePath.split('/').filter(Boolean).join('.')
    const keys = keyword === 'unrecognized_keys' ? strings(params, 'keys') : []
    if (keys.length > 0)
      return keys.map((key) => ({ field: [field, key].filter(Boolean).join('.'), message: 'is not a field here' }))
    return [{ field: field === '' ? 'body' : field, message: worded(message) }]
  })
}

/** All faults in one sentence. */
export function faultSentence(faults: readonly FieldFault[]): string {
  const shown = faults.slice(0, 5).map(({ field, message }) => `${field}: ${message}`)
  const rest = faults.length > shown.length ? `; and ${faults.length - shown.length} more` : ''
  return `${shown.join('; ')}${rest}.`
}

function strings(params: unknown, name: string): string[] {
  if (typeof params !== 'object' || params === null) return []
  const value: unknown = Object.entries(params).find(([key]) => key === name)?.[1]
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}
const kind = (name: string): string => kinds[name] ?? name

function worded(message: string): string {
  const types = /^Invalid input: expected (\w+), received (\w+)$/.exec(message)
  if (types === null) return message.charAt(0).toLowerCase() + message.slice(1)
  const [, expected = '', received = ''] = types
  return received === 'undefined' ? `is missing; expected ${kind(expected)}` : `expected ${kind(expected)}, got ${kind(received)}`
}
