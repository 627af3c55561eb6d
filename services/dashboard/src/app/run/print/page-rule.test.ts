import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageRule } from './page-rule.ts'

const texts = { name: 'Apple', command: 'AAPL-L-100% 2020 2021', source: 'data 1', printed: 'printed' }

test('each page has name, command, source, date and its number', () => {
  const rule = pageRule(texts)
  for (const part of [
    '"Apple"',
    '"AAPL-L-100% 2020 2021"',
    '"data 1 · printed"',
    'counter(page) " of " counter(pages)',
    'size: A4',
  ]) {
    assert.ok(rule.includes(part), part)
  }
})

test('a name cannot leave its quotes', () => {
  const rule = pageRule({ ...texts, name: 'a"; } body { display: none } \\\n"' })
  assert.ok(rule.includes(String.raw`content: "a\"; } body { display: none } \\ \"";`))
})
