import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainName } from './plain-name.ts'

test('names lose their legal form', () => {
  const names = [
    'Apple Inc.',
    'Best Buy Co., Inc.',
    'Microsoft Corporation',
    'S&P 500 Index',
    'Coin',
    'The Home Depot, Inc.',
    'JPMorgan Chase & Co.',
    'The Procter & Gamble Company',
  ]
  assert.deepEqual(names.map(plainName), [
    'Apple',
    'Best Buy',
    'Microsoft',
    'S&P 500',
    'Coin',
    'Home Depot',
    'JPMorgan Chase',
    'Procter & Gamble',
  ])
})
