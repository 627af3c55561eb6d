import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readJsonBody } from './json-body.ts'

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('readJsonBody', () => {
  test('reads what JSON.parse reads', () => {
    const text = fc.jsonValue({ maxDepth: 10 }).map((value) => JSON.stringify(value))
    fc.assert(
      fc.property(text, (json) => {
        fc.pre(!/"(__proto__|constructor|prototype)":/.test(json))
        assert.deepEqual(readJsonBody(json), JSON.parse(json))
      }),
    )
  })

  test('reads 32 levels, refuses 33 and any number more', () => {
    assert.ok(readJsonBody(nested(32)))
    for (const depth of [34, 30_000])
      assert.throws(() => readJsonBody(nested(depth)), { code: 'invalid_request', message: /32 levels/ })
  })

  for (const key of ['__proto__', 'constructor', 'prototype']) {
    test(`refuses a key ${key} at any depth`, () => {
      assert.throws(() => readJsonBody(`{"a":[{"${key}":{}}]}`), { code: 'invalid_request', message: new RegExp(key) })
    })
  }

  test('refuses a key that is written with escapes', () => {
    assert.throws(() => readJsonBody(String.raw`{"\u005f_proto__":1}`), { code: 'invalid_request' })
  })

  test('says why a text is no JSON', () => {
    assert.throws(() => readJsonBody('{"command": }'), { code: 'malformed_json', message: /not valid JSON: / })
    assert.throws(() => readJsonBody(' '), { code: 'malformed_json', message: /empty/ })
  })
})
