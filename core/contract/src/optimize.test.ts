import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentOutcome, objectiveNames } from '@portofino/optimizer'
import { returnModels, riskModels } from '@portofino/simulator'
import { z } from 'zod'
import { optimizeBody } from './optimize.ts'

interface Described {
  enum?: readonly string[]
  properties?: Record<string, Described>
}

interface Body extends Described {
  $defs: { Optimization: Required<Described> }
}

test('what the library can do is what the body may ask for', () => {
  // Written again there, so that pages which know the contract need not carry the library.
  const { $defs } = z.toJSONSchema(optimizeBody, { io: 'input' }) as unknown as Body
  const { objective, estimates } = $defs.Optimization.properties
  assert.deepEqual(objective?.enum, objectiveNames)
  assert.deepEqual(estimates?.properties?.['returns']?.enum, returnModels)
  assert.deepEqual(estimates?.properties?.['risk']?.enum, riskModels)
})

test('the problems that the body has as examples are answered, with coefficients in every form that it names', () => {
  const examples = optimizeBody.meta()!['examples'] as readonly object[]
  const problems = examples.filter((example) => 'covariance' in example)
  for (const problem of problems) {
    const read = optimizeBody.parse(problem)
    assert.deepEqual(read, problem)
    assert.equal(documentOutcome(read).status, 'optimal')
  }
  assert.equal(problems.length, 2)
})
