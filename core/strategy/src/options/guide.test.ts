import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { optionKeys } from '../print-option.ts'
import { optionGuide } from './guide.ts'

describe('the guide to the options', () => {
  test('is the table in the README', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    const start = readme.indexOf('| option |')
    const rows = readme.slice(start, readme.indexOf('\n\n', start)).split('\n').slice(2)
    const expected = optionKeys.map((key) => {
      const { default: standard, values, meaning } = optionGuide(key)
      return `| \`${key}\` | \`${standard}\` | ${values.map((value) => `\`${value}\``).join(', ')} | ${meaning} |`
    })
    assert.deepEqual(rows, expected)
  })

  for (const key of ['norm', 'late'] as const) {
    test(`tells what each value of ${key} does`, () => {
      const { values, meaning } = optionGuide(key)
      for (const value of values) assert.match(meaning, new RegExp(`\\b${value} \\w+`))
    })
  }
})
