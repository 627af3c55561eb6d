import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { diagnostic } from './diagnostic.ts'
import type { Diagnostic } from './diagnostic.ts'
import { renderDiagnostics } from './render-diagnostics.ts'
import { spansOf } from './span.ts'

/** A diagnostic at the first place where `word` stands. */
function unreadable(text: string, word: string, related: readonly string[] = []): Diagnostic {
  const spanOf = spansOf(text)
  const at = (part: string) => spanOf(text.indexOf(part), text.indexOf(part) + part.length)
  return diagnostic('E116', { x: word }, { span: at(word), related: related.map(at) })
}

function drawn(text: string, word: string, related: readonly string[] = []): string[] {
  return renderDiagnostics(text, [unreadable(text, word, related)]).split('\n')
}

describe('renderDiagnostics', () => {
  test('marks the fault and what takes part in it', () => {
    const lines = ['E116 "bad" is not a calendar date', '  one bad two', '  ~~~ ^^^']
    assert.deepEqual(drawn('one bad two', 'bad', ['one']), lines)
  })

  test('counts columns in code points', () => {
    assert.deepEqual(drawn('\u{1f600}\u00e9 bad', 'bad').slice(1), ['  \u{1f600}\u00e9 bad', '     ^^^'])
  })

  test('prints a tab as one space and no control character', () => {
    assert.deepEqual(drawn('a\tb\u001b[31m bad', 'bad').slice(1), ['  a b\ufffd[31m bad', '           ^^^'])
    const message = drawn('x\u001b\u202e y', 'x\u001b\u202e')[0]
    assert.equal(message, 'E116 "x\ufffd\ufffd" is not a calendar date')
  })

  test('shows the line of the fault, and other lines where something takes part', () => {
    assert.deepEqual(drawn('one\r\ntwo bad\nthree', 'bad').slice(1), ['  two bad', '      ^^^'])
    assert.deepEqual(drawn('one\nbad\nthree', 'bad', ['three', 'one']).slice(1), [
      '  one',
      '  ~~~',
      '  bad',
      '  ^^^',
      '  three',
      '  ~~~~~',
    ])
  })

  test('marks the line up to its end when a fault goes on below', () => {
    assert.deepEqual(drawn('a (b\nc) d', '(b\nc)').slice(1), ['  a (b', '    ^^'])
  })

  test('points at one place where nothing stands', () => {
    const span = spansOf('AAPL-L-100%')(11, 11)
    const lines = ['E114 no period given', '  AAPL-L-100%', '             ^']
    assert.deepEqual(renderDiagnostics('AAPL-L-100%', [diagnostic('E114', {}, { span })]).split('\n'), lines)
  })

  test('draws nothing below a blank line', () => {
    assert.equal(renderDiagnostics(' \t', [diagnostic('E100', {}, { span: spansOf(' \t')(0, 2) })]), 'E100 the command is empty')
  })

  test('cuts a long line around the fault', () => {
    const fault = unreadable(`${'a'.repeat(300)}bad${'z'.repeat(300)}`, 'bad')
    const [, source, marks] = renderDiagnostics(`${'a'.repeat(300)}bad${'z'.repeat(300)}`, [fault], { width: 20 }).split('\n')
    assert.deepEqual([source, marks], ['  …aaaaaaabadzzzzzzzz…', '          ^^^'])
  })

  test('cuts only one end where the fault is near the other', () => {
    const text = `bad${'z'.repeat(40)}end`
    const cut = (word: string) =>
      renderDiagnostics(text, [unreadable(text, word)], { width: 12 })
        .split('\n')
        .slice(1)
    assert.deepEqual(cut('bad'), ['  badzzzzzzz…', '  ^^^'])
    assert.deepEqual(cut('end'), ['  …zzzzzzzend', '          ^^^'])
  })

  test('lists fixes, then help', () => {
    const span = spansOf('AAPLE')(0, 5)
    const fixes = ['AAPL', 'AAP'].map((title) => ({ title, edits: [{ start: 0, end: 5, text: title }] }))
    const fault = diagnostic('E301', { t: 'AAPLE' }, { span, fixes, help: 'prices are from sample' })
    const lines = ['E301 unknown symbol "AAPLE"', '  AAPLE', '  ^^^^^', '  fix: AAPL | AAP', '  help: prices are from sample']
    assert.deepEqual(renderDiagnostics('AAPLE', [fault]).split('\n'), lines)
  })

  test('colors only when asked', () => {
    const colored = renderDiagnostics('bad', [unreadable('bad', 'bad')], { color: true })
    assert.ok(colored.includes('\u001b[1;31mE116\u001b[0m'))
    assert.equal(stripVTControlCharacters(colored), renderDiagnostics('bad', [unreadable('bad', 'bad')]))
  })

  test('marks stay within the source line, whatever the text', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', '-', ' ', '\t', '\r', '\n', 'é', '\u{1f600}', '\ud83d', '\ude00'),
      maxLength: 60,
    })
    fc.assert(
      fc.property(texts, fc.tuple(fc.nat(60), fc.nat(60)), fc.integer({ min: 8, max: 40 }), (text, offsets, width) => {
        const [start = 0, end = 0] = offsets.map((offset) => Math.min(offset, text.length)).toSorted((x, y) => x - y)
        const fault = diagnostic('E114', {}, { span: spansOf(text)(start, end) })
        const [, source, marks] = renderDiagnostics(text, [fault], { width }).split('\n')
        if (source === undefined || marks === undefined) return
        assert.match(marks, /^ +\^+$/)
        assert.ok(Array.from(source).length <= width + 2)
        assert.ok(marks.length <= width + 4)
      }),
    )
  })
})
