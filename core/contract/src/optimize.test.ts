import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectiveNames } from '@portofino/optimizer'
import { returnModels, riskModels } from '@portofino/simulator'
import { z } from 'zod'
import { optimizeBody } from './optimize.ts'

interface Described {
  enum?: readonly string[]
  properties?: Record<string, Described>
  $defs?: Record<string, Described>
}

test('what the library can do is what the body may ask for', () => {
  // Written again there, so that pages which know the contract need not carry the library.
  const { $defs, ...schema } = z.toJSONSchema(optimizeBody, { io: 'input' }) as Described
  const { properties } = $defs?.['Optimization'] ?? schema
  const estimates = properties?.['estimates']?.properties
  assert.deepEqual(properties?.['objective']?.enum, objectiveNames)
  assert.deepEqual(estimates?.['returns']?.enum, returnModels)
  assert.deepEqual(estimates?.['risk']?.enum, riskModels)
})
