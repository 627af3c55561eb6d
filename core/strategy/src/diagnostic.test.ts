import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { diagnostic } from './diagnostic.ts'
import { diagnosticTemplates } from './diagnostic-codes.ts'

const span = { start: 0, end: 1, utf8Start: 0, utf8End: 1 }

describe('diagnostic', () => {
  test('fills in every name, also one with a dollar sign in its value', () => {
    const { message } = diagnostic('E304', { a: '$&', b: 'B', c1: 'USD', c2: 'EUR' }, { span })
    assert.equal(message, '$& is in USD, B in EUR; currencies cannot be mixed')
  })

  test('refuses to leave a name open', () => {
    assert.throws(() => diagnostic('E122', {}, { span }), { name: 'TypeError', message: /Cannot word E122: no value for {t}/ })
    assert.throws(() => diagnostic('E122', Object.create({ t: 'A' }), { span }), TypeError)
  })

  test('takes the severity from the code', () => {
    assert.equal(diagnostic('E100', {}, { span }).severity, 'error')
    assert.equal(diagnostic('W250', { n: 'a' }, { span }).severity, 'warning')
    assert.equal(diagnostic('N403', {}, { span }).severity, 'note')
    assert.ok(Object.keys(diagnosticTemplates).every((code) => /^[EWN]\d{3}$/.test(code)))
  })

  test('has help only where there is some', () => {
    assert.equal('help' in diagnostic('E100', {}, { span }), false)
    assert.equal(diagnostic('E100', {}, { span, help: 'Type a leg.' }).help, 'Type a leg.')
  })
})
