import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvText } from './csv-text.ts'

test('numbers keep every digit, texts are quoted where they must be', () => {
  const rows = [
    ['a,b', -0.302_526_721, null],
    ['say "x"', 1, true],
  ]
  assert.equal(csvText(['name', 'value', 'mark'], rows), 'name,value,mark\r\n"a,b",-0.302526721,\r\n"say ""x""",1,true\r\n')
})
