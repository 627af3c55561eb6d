import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { simulationReference, uuidReference } from './simulation-id.ts'

const uuid = '7F9C24E5-0f4b-4b4b-9d0b-2f1e3a4b5c6d'

describe('simulationReference', () => {
  test('a whole number, as a number or text', () => {
    assert.deepEqual([17, '17', 2_147_483_647].map(simulationReference), [17, 17, 2_147_483_647])
  })

  test('a UUID in lower case', () => assert.deepEqual(simulationReference(uuid), uuid.toLowerCase()))

  test('nothing else', () => {
    const others = [0, -1, 1.5, 2_147_483_648, 1e21, Number.NaN, '', '01', '1 ', '1e3', '0x1', `${uuid}0`, '../x']
    assert.deepEqual(
      others.map(simulationReference),
      others.map(() => null),
    )
  })
})

test('uuidReference takes a UUID only', () => {
  assert.deepEqual([uuid, '17', ''].map(uuidReference), [uuid.toLowerCase(), null, null])
})
