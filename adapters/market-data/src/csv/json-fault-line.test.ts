import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { jsonFaultLine } from './json-fault-line.ts'

describe('jsonFaultLine', () => {
  test('points at the line of a character that cannot stand there', () => {
    assert.equal(jsonFaultLine('{\n  "a": 1,\n  "b": [}\n}\n'), 3)
    assert.equal(jsonFaultLine('{\n  "a": 1\n  "b": 2\n}'), 3)
    assert.equal(jsonFaultLine("{\n  'a': 1\n}"), 2)
    assert.equal(jsonFaultLine('{\n  "a": 1,\n}'), 3)
    assert.equal(jsonFaultLine('date,close\n1,2\n'), 1)
  })

  test('is the last line of a text that was cut', () => {
    assert.equal(jsonFaultLine('{\n  "a": [1,\n'), 3)
    assert.equal(jsonFaultLine('{\n  "a": "x'), 2)
  })

  test('finds a bad character put at the start of any line', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (value, chosen) => {
        const lines = JSON.stringify(value, null, 2).split('\n')
        const at = chosen % lines.length
        assert.equal(jsonFaultLine(lines.with(at, `?${lines[at]}`).join('\n')), at + 1)
      }),
    )
  })
})
