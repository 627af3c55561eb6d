import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { faultSentence, fieldFaults } from './field-faults.ts'

const schema = z.strictObject({ command: z.string(), page: z.int().min(1).optional() })

function sentence(value: unknown): string {
  const compiled = validatorCompiler({ schema, method: 'POST', url: '/', httpPart: 'body' })(value)
  assert.ok(typeof compiled === 'object' && 'error' in compiled && Array.isArray(compiled.error))
  return faultSentence(fieldFaults(compiled.error))
}

describe('faults of fields in words', () => {
  const table: [unknown, string][] = [
    [{}, 'command: is missing; expected a text.'],
    [{ command: 5 }, 'command: expected a text, got a number.'],
    [{ command: null }, 'command: expected a text, got null.'],
    [[], 'body: expected an object, got a list.'],
    [{ command: '', b: 1, c: 2 }, 'b: is not a field here; c: is not a field here.'],
    [{ command: '', page: 0 }, 'page: too small: expected number to be >=1.'],
    [{ command: 1, page: 'x' }, 'command: expected a text, got a number; page: expected a number, got a text.'],
  ]
  for (const [value, expected] of table) test(JSON.stringify(value), () => assert.equal(sentence(value), expected))
})
