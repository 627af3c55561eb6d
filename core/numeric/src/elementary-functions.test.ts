import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { binaryExponent } from './binary-exponent.ts'
import { exponential } from './exponential.ts'
import { logarithm } from './logarithm.ts'
import { power } from './power.ts'

interface CorrectlyRounded {
  exponentials: [x: number, value: number][]
  logarithms: [x: number, value: number][]
  powers: [x: number, y: number, value: number][]
}

const file = new URL('../../../fixtures/numeric/elementary-functions.json', import.meta.url)
const table: CorrectlyRounded = JSON.parse(readFileSync(file, 'utf8'))

/** How far off a number is, in units of the last place of what was expected. */
function unitsOff(actual: number, expected: number): number {
  return Math.abs(actual - expected) / 2 ** Math.max(binaryExponent(expected) - 52, -1074)
}

describe('the table of correctly rounded values', () => {
  for (const [x, value] of table.exponentials) {
    test(`exponential of ${x}, within one unit in the last place`, () => assert.ok(unitsOff(exponential(x), value) <= 1))
  }
  for (const [x, value] of table.logarithms) {
    test(`logarithm of ${x}, correctly rounded`, () => assert.equal(logarithm(x), value))
  }
  for (const [x, y, value] of table.powers) {
    test(`${x} to the power ${y}, within one unit in the last place`, () => assert.ok(unitsOff(power(x, y), value) <= 1))
  }
})
