import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { solution } from './trial/solutions.ts'

const file = new URL('trial/solution-hashes.txt', import.meta.url)

/** Numbers as their bits. */
function bits(_: string, part: unknown): unknown {
  if (part instanceof Float64Array) return Buffer.from(part.buffer, part.byteOffset, part.byteLength).toString('hex')
  return typeof part === 'number' ? Buffer.from(Float64Array.of(part).buffer).toString('hex') : part
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, bits)).digest('hex').slice(0, 16)
}

/**
 * Of all that outcomes say, to the last bit, certificates included. Where a change of the solver is meant to change bits, write them anew:
 * WRITE_SOLUTION_HASHES=1 node --test core/optimizer/src/same-solutions.test.ts
 */
test('two hundred solutions have the bits that were committed', () => {
  const hashes = Array.from({ length: 200 }, (_, index) => hashOf(solution(index)))
  if (process.env.WRITE_SOLUTION_HASHES === '1') writeFileSync(file, `${hashes.join('\n')}\n`)
  assert.deepEqual(hashes, readFileSync(file, 'utf8').trim().split('\n'))
})
