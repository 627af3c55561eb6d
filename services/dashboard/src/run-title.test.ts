import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runTitle, tabTitle } from './run-title.ts'

const titled = (command: string): string => runTitle({ name: '', command })

test('a name comes first', () => {
  assert.equal(runTitle({ name: 'Two giants', command: 'AAPL-L-100% 2020 2022' }), 'Two giants')
  assert.equal(tabTitle({ name: 'Two giants', command: 'AAPL-L-100% 2020 2022' }), 'Two giants')
})

test('without one, the symbols and years of the command say what it is', () => {
  assert.equal(titled('AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01 bench=^GSPC'), 'AAPL and MSFT, 2020 to 2022')
  assert.equal(titled('AMD-S-100% 2015-02-01 2015-06-01'), 'AMD, 2015')
  assert.equal(titled('WMT-L-60% BBY-S-20% IBM-L-20% 2005-01-01 2010-12-31'), 'WMT, BBY and IBM, 2005 to 2010')
  assert.equal(titled('A-L-25% B-L-25% C-L-25% D-L-25% 2020-01-01 2020-01-01'), 'A, B and 2 more, 2020')
})

test('what is no command is shown as it is', () => {
  assert.equal(titled(''), 'Run')
  assert.equal(tabTitle({ name: ' ', command: '' }), 'Run')
})

test('tabs have room for three symbols', () => {
  assert.equal(tabTitle({ name: '', command: 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01' }), 'AAPL MSFT')
  assert.equal(tabTitle({ name: '', command: 'A-L-25% B-L-25% C-L-25% D-L-25% 2020-01-01 2021-01-01' }), 'A B +2')
})
