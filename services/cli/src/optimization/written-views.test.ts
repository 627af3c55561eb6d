import assert from 'node:assert/strict'
import { test } from 'node:test'
import { viewsOf } from './written-views.ts'

const read = (text: string) => viewsOf(text, ['AAPL', 'MSFT', 'KO'], { option: 'views', command: 'optimize' })

test('views are read as coefficients by asset', () => {
  assert.deepEqual(read('AAPL=12%, MSFT>KO=3%@60%'), [
    { assets: { AAPL: 1 }, value: 0.12 },
    { assets: { MSFT: 1, KO: -1 }, value: 0.03, confidence: 0.6 },
  ])
})

test('a view of an asset against itself is refused, however it is written', () => {
  for (const text of ['AAPL>AAPL=3%', 'KO=1%,AAPL>aapl=3%@50%']) {
    assert.throws(() => read(text), {
      name: 'WrongUse',
      message: '--views needs two different assets to compare, got AAPL twice',
    })
  }
})
