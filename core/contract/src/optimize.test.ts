import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectiveNames } from '@portofino/optimizer'
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
