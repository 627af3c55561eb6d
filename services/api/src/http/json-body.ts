import { Problem } from '../problem.ts'

const greatestDepth = 32
const refusedKeys: readonly string[] = ['__proto__', 'constructor', 'prototype']

/** For a body of any other type. */
export function jsonExpected(cause?: unknown): Problem {
  return new Problem('unsupported_media_type', { detail: 'Send the body as JSON, with Content-Type: application/json.', cause })
}

/** Reads a JSON body; refuses what is nested too deep and keys that could reach an object's prototype. */
export function readJsonBody(text: string): unknown {
  if (text.trim() === '') throw new Problem('malformed_json', { detail: 'The body is empty; send a JSON object, {} at least.' })
  const value = parsed(text)
  checkTree(value)
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Problem('malformed_json', { detail: `The body is not valid JSON: ${reason}.`, cause })
  }
}

/** Level by level, so that no depth of the input deepens our own stack. */
function checkTree(root: unknown): void {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > greatestDepth) {
      throw new Problem('invalid_request', { detail: `The body is nested more than ${greatestDepth} levels deep.` })
    }
    level = level.flatMap(children)
  }
}

function children(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value
  const refused = Object.keys(value).find((key) => refusedKeys.includes(key))
  if (refused !== undefined) throw new Problem('invalid_request', { detail: `The body must not have a field named ${refused}.` })
  return Object.values(value)
}
