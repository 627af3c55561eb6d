import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readArguments } from './read-arguments.ts'
import type { Usage } from './usage.ts'

const usage: Usage = {
  name: 'simulate',
  form: '"COMMAND"',
  summary: '',
  examples: [],
  options: [
    { name: 'json', meaning: '' },
    { name: 'csv', value: 'FILE', meaning: '' },
    { name: 'dialect', value: 'NAME', meaning: '', choices: ['default', 'legacy'] },
  ],
}

function refusal(...words: string[]): string {
  try {
    readArguments(words, usage)
  } catch (fault) {
    assert.equal((fault as Error).name, 'WrongUse')
    return (fault as Error).message
  }
  return 'accepted'
}

describe('readArguments', () => {
  test('reads switches, values and the rest in any order', () => {
    const read = readArguments(['A-L-100%', '--csv', 'out.csv', '2020', '--json', '2021'], usage)
    assert.deepEqual(read.positionals, ['A-L-100%', '2020', '2021'])
    assert.equal(read.has('json'), true)
    assert.equal(read.value('csv'), 'out.csv')
    assert.equal(read.value('dialect'), null)
  })

  test('lists many choices in lines of at most 80', () => {
    const choices = Array.from({ length: 12 }, (_, i) => `objective-${i}`)
    const many: Usage = { ...usage, options: [{ name: 'objective', value: 'NAME', meaning: '', choices }] }
    assert.throws(
      () => readArguments(['--objective', 'objectiv-3'], many),
      ({ message }: Error) => {
        const lines = message.split('\n')
        assert.ok(lines.length > 3 && lines.every((line) => line.length <= 80), message)
        assert.equal(lines[0], '--objective must be one of these, got "objectiv-3":')
        assert.match(message, / {2}objective-0, .*\bobjective-11\nDid you mean objective-\d\?$/s)
        return true
      },
    )
  })

  test('takes everything after -- as it is', () => {
    assert.deepEqual(readArguments(['--', '-L-10% A'], usage).positionals, ['-L-10% A'])
  })

  test('suggests the nearest option', () => {
    assert.equal(refusal('--jsno'), 'unknown option --jsno; did you mean --json?')
    assert.equal(refusal('--zzzzzzzz'), 'unknown option --zzzzzzzz')
    assert.equal(refusal('-j'), 'unknown option -j')
  })

  test('says what a wrong value should be', () => {
    assert.equal(refusal('--csv'), '--csv needs a value: --csv FILE')
    assert.equal(refusal('--csv', '--json'), '--csv needs a value: --csv FILE')
    assert.equal(refusal('--json=yes'), '--json takes no value, got "yes"')
    assert.equal(refusal('--dialect', 'lagacy'), '--dialect must be default or legacy, got "lagacy"; did you mean legacy?')
    assert.equal(refusal('--json', '--json'), '--json is given twice')
  })

  test('recognizes a command that the shell cut', () => {
    assert.match(refusal('-L-10% A-L-90% 2020 2021'), /if the shell replaced \$CASH, put the command in single quotes/)
  })
})
