import assert from 'node:assert/strict'
import { test } from 'node:test'
import { documentFields, documentOutcome, objectiveNames } from '@portofino/optimizer'
import { returnModels, riskModels } from '@portofino/simulator'
import { z } from 'zod'
import { frontierBody, optimizeBody } from './optimize.ts'

interface Described {
  enum?: readonly string[]
  properties?: Record<string, Described>
}

/** Of the body of a request. */
function fieldsOf(body: z.ZodType): Record<string, Described> {
  const { $defs } = z.toJSONSchema(body, { io: 'input' }) as unknown as { $defs: Record<string, Described> }
  return Object.values($defs)[0]?.properties ?? {}
}

/** Of a request that has a command in place of a problem. */
const ofCommand = ['command', 'dialect', 'risk_free', 'estimates']

// Written again there, so that pages which know the contract need not carry the library.
test('what the library can do is what the body may ask for', () => {
  const { objective, estimates } = fieldsOf(optimizeBody)
  assert.deepEqual(objective?.enum, objectiveNames)
  assert.deepEqual(estimates?.properties?.['returns']?.enum, returnModels)
  assert.deepEqual(estimates?.properties?.['risk']?.enum, riskModels)
})

test('every field of a document is one of the body, and nothing else is', () => {
  const own = objectiveNames.flatMap((name) => documentFields(name).fields)
  assert.deepEqual(Object.keys(fieldsOf(optimizeBody)).toSorted(), [...new Set([...own, ...ofCommand])].toSorted())
  const { fields } = documentFields('frontier')
  const ofFrontier = fields.filter((name) => !['objective', 'params'].includes(name))
  assert.deepEqual(Object.keys(fieldsOf(frontierBody)).toSorted(), [...ofFrontier, ...ofCommand].toSorted())
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
