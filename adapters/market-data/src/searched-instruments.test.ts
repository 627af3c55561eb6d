import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Instrument } from '@portofino/market'
import { searchedInstruments } from './searched-instruments.ts'

function instrument(symbol: string, name: string): Instrument {
  return { symbol, name, market: 'XNYS', calendar: 'XNYS', currency: 'USD', returns: 'total', first: null, last: null }
}

const listed = [
  instrument('AMGE', 'American Gears'),
  instrument('GEX', 'Gex Energy'),
  instrument('GE', 'General Electric Company'),
  instrument('KO', 'The Coca-Cola Company'),
]
const symbolsFor = (query: string): string[] => searchedInstruments(listed, query).map(({ symbol }) => symbol)

describe('searchedInstruments', () => {
  test('puts the equal symbol first, then starts of symbols, words of names, anything inside', () => {
    assert.deepEqual(symbolsFor('ge'), ['GE', 'GEX', 'AMGE'])
    assert.deepEqual(symbolsFor('coca'), ['KO'])
    assert.deepEqual(symbolsFor('mpany'), ['GE', 'KO'])
  })

  test('finds nothing for what occurs nowhere, and all for nothing typed', () => {
    assert.deepEqual(symbolsFor('zzz'), [])
    assert.equal(symbolsFor(' ').length, 4)
  })

  test('gives at most twenty', () => {
    const many = Array.from({ length: 50 }, (_, k) => instrument(`A${k}`, 'Acme'))
    assert.equal(searchedInstruments(many, 'A').length, 20)
  })
})
