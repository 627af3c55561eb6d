import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { schemaFaults } from './schema-faults.ts'

const components = {
  Leg: {
    type: 'object',
    properties: { symbol: { type: ['string', 'null'] } },
    required: ['symbol'],
    additionalProperties: false,
  },
}
const schema = {
  type: 'object',
  properties: {
    legs: { type: 'array', items: { $ref: '#/components/schemas/Leg' } },
    count: { type: 'integer', minimum: 1 },
    state: { enum: ['on', 'off'] },
    either: { anyOf: [{ type: 'number' }, { type: 'null' }] },
  },
  required: ['legs'],
}

describe('schemaFaults', () => {
  test('none where the value fits', () => {
    assert.deepEqual(schemaFaults({ legs: [{ symbol: null }], count: 2, state: 'on', either: null }, schema, { components }), [])
  })

  const wrong: [object, RegExp][] = [
    [{}, /^\$\.legs: is missing$/],
    [{ legs: [{}] }, /^\$\.legs\[0\]\.symbol: is missing$/],
    [{ legs: [{ symbol: 'A', x: 1 }] }, /^\$\.legs\[0\]\.x: is not documented$/],
    [{ legs: [], count: 1.5 }, /^\$\.count: expected integer/],
    [{ legs: [], count: 0 }, /^\$\.count: 0 is outside 1/],
    [{ legs: [], state: 'up' }, /^\$\.state: expected one of on, off/],
    [{ legs: [], either: 'x' }, /^\$\.either: fits none/],
  ]
  for (const [value, expected] of wrong) {
    test(JSON.stringify(value), () => {
      const faults = schemaFaults(value, schema, { components })
      assert.equal(faults.length, 1)
      assert.match(faults[0]!, expected)
    })
  }
})
