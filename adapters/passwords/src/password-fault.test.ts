import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { commonPasswords } from './common-passwords.ts'
import { passwordFault } from './password-fault.ts'

const rules = { minimumLength: 8, email: 'Ann.Smith@green-funds.example.com' }

describe('passwordFault', () => {
  for (const [password, message] of [
    ['seven77', /at least 8 characters, got 7/],
    ['ü'.normalize('NFD').repeat(7), /got 7/],
    ['a'.repeat(64) + 'b'.repeat(65), /at most 128 characters, got 129/],
    ['password1', /tried first/],
    ['PassWord1', /tried first/],
    ['\u{1f600}'.repeat(9), /repeats one character/],
    ['ann.smith@green-funds.example.com', /part of it/],
    ['ANN.SMITH', /part of it/],
    ['__smith2024', /part of it/],
    ['green-funds.example.com', /part of it/],
    ['Portofino!', /name of this product/],
  ] as const) {
    test(`refuses ${password.slice(0, 40)}`, () => assert.match(passwordFault(password, rules) ?? '', message))
  }

  for (const password of ['correct horse battery', ' leading and trailing ', 'ann.smith and a cat', 'pässwörter', 'x7!kQ2#z']) {
    test(`takes "${password}"`, () => assert.equal(passwordFault(password, rules), null))
  }

  test('counts code points, not code units', () => {
    assert.equal(passwordFault('\u{1f600}\u{1f601}\u{1f602}\u{1f603}\u{1f604}\u{1f605}\u{1f606}\u{1f607}', rules), null)
  })

  test('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const fault = passwordFault(text, rules)
        assert.ok(fault === null || fault.endsWith('.'))
      }),
    )
  })
})

describe('commonPasswords', () => {
  test('are at least 10,000, all of which could otherwise be chosen', () => {
    assert.ok(commonPasswords().size >= 10_000)
    for (const password of commonPasswords()) {
      assert.ok(Array.from(password).length >= 8 && password === password.normalize('NFC').toLowerCase(), password)
    }
  })
})
