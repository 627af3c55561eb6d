import assert from 'node:assert/strict'
import { test } from 'node:test'
import { simulable } from './simulable.ts'

const microsoft = {
  symbol: 'MSFT',
  name: 'Microsoft Corporation',
  market: 'XNAS',
  currency: 'USD',
  first: '1990-01-02',
  last: '2022-12-28',
}

test('a command without faults can be run as it is', () => {
  const command = 'AAPL-L-50% MSFT-L-50% 2020-01-01 2023-01-01'
  assert.deepEqual(simulable(` ${command} `, []), { kind: 'whole', command })
})

test('a symbol becomes a command to go on with', () => {
  assert.deepEqual(simulable('msf', [microsoft]), { kind: 'instrument', command: 'MSFT-L-100%', asset: microsoft })
  assert.equal(simulable('micro', [microsoft]), null)
})

test('what looks like a command but has faults goes to the editor', () => {
  assert.deepEqual(simulable('MSFT-L-40%', [])?.kind, 'begun')
  assert.equal(simulable('dark', []), null)
  assert.equal(simulable('', []), null)
})
