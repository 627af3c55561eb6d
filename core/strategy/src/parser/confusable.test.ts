import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { respelling } from './confusable.ts'

describe('respelling', () => {
  for (const [written, meant, character] of [
    ['AAPL\u2013L\u201350%', 'AAPL-L-50%', '\u2013'],
    ['AAPL-L-50\uff05', 'AAPL-L-50%', '\uff05'],
    ['AAPL-L-\u00bd', 'AAPL-L-1/2', '\u00bd'],
    ['AAPL-L-50%\u200bMSFT-L-50%', 'AAPL-L-50% MSFT-L-50%', '\u200b'],
    ['A\u200bA-L-1/2\ufeff\ufeffMSFT-L-*\u200b2020..2021', 'AA-L-1/2 MSFT-L-* 2020..2021', '\u200b'],
    ['2020-01\u200b2021', '2020-01 2021', '\u200b'],
    ['2020-01-\u200b01', '2020-01-01', '\u200b'],
    ['cost=5bps\u200bnorm=on', 'cost=5bps norm=on', '\u200b'],
    ['AAPL-L-1\u200b/2', 'AAPL-L-1/2', '\u200b'],
    ['AAPL-\u200bL-50%', 'AAPL-L-50%', '\u200b'],
    ['AAPL-L-12,5%', 'AAPL-L-12.5%', ','],
    ['AAPL-L-50%,', 'AAPL-L-50%', ','],
    ['AAPL-L-50%;MSFT-L-50%', 'AAPL-L-50% MSFT-L-50%', ';'],
    ['AAPL-L-50%+MSFT-L-50%', 'AAPL-L-50% MSFT-L-50%', '+'],
    ['AAPL-L-50%MSFT-L-50%', 'AAPL-L-50% MSFT-L-50%', 'M'],
    ['\u201cAAPL-L-100% 2020 2021\u201d', 'AAPL-L-100% 2020 2021', '\u201c'],
    ['borrow=\u22121%', 'borrow=-1%', '\u2212'],
  ] as const) {
    test(written, () => {
      assert.deepEqual(respelling(written), { text: meant, at: written.indexOf(character), character })
    })
  }

  for (const token of [
    'AAPL-L-50%',
    'cash=rest,2%',
    'rebalance=band(5%,25%)',
    'name="a, b"',
    '\u00e4',
    'AAPL-L-5%[er=1%,cap=2%]',
    ',',
  ]) {
    test(`${token} stays`, () => assert.equal(respelling(token), null))
  }
})
