import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from '@portofino/strategy'
import { computedExamples } from './computed-examples.ts'
import { exampleInstruments, examples } from './examples.ts'

test('the examples show what the sample prices give; renew them with npm run examples', async () => {
  assert.deepEqual({ examples, instruments: exampleInstruments }, await computedExamples())
})

test('every example is a command without faults', () => {
  for (const { command } of examples) assert.deepEqual(parse(command).diagnostics, [])
})
