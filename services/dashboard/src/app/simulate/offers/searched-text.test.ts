import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchedText } from './searched-text.ts'

const at = (marked: string): string | null => searchedText(marked.replace('|', ''), marked.indexOf('|'))

test('a symbol or a name that is being typed', () => {
  assert.equal(at('|'), '')
  assert.equal(at('AAPL-L-50% M|'), 'M')
  assert.equal(at('AAPL-L-50% coca|'), 'coca')
  assert.equal(at('BRK-|'), 'BRK')
  assert.equal(at('BRK-B|'), 'BRK-B')
  assert.equal(at('AAPL-L|'), 'AAPL')
  assert.equal(at('XNAS:AA|'), 'AA')
  assert.equal(at('KO-L-100% 2020 2021 bench=^G|'), '^G')
  assert.equal(at('KO-L-100% 2020 2021 bench=(SP|'), 'SP')
  assert.equal(at('KO-L-100% |'), '')
})

test('nothing where no symbol stands', () => {
  assert.equal(at('KO-L-5|'), null)
  assert.equal(at('KO-L-100% 2020-01|'), null)
  assert.equal(at('KO-L-100% 2020 2021 cost=5b|'), null)
})
