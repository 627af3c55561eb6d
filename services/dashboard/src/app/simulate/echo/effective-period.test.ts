import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { dayNumber } from '@portofino/market'
import { parse } from '@portofino/strategy'
import { catalogOf, share } from '../catalog.fixture.ts'
import { effectivePeriod, lengthInWords } from './effective-period.ts'

const priced = { first: dayNumber(1990, 1, 2), last: dayNumber(2022, 12, 28) }
const catalog = catalogOf([
  share('AAPL', priced),
  share('KO', { ...priced, market: 'XNYS' }),
  share('TSLA', { ...priced, first: dayNumber(2010, 6, 29) }),
  share('OLD'),
  share('BTC', { ...priced, market: 'CRYPTO', calendar: 'everyday' }),
])
const period = (text: string) => effectivePeriod(parse(text).ast!, catalog)

describe('effectivePeriod', () => {
  test('sessions inside of the written days, as far as there are prices', () => {
    assert.deepEqual(period('AAPL-L-50% KO-L-50% 2020-01-01 2023-01-01'), {
      from: { day: '2020-01-02', why: 'the first session' },
      to: { day: '2022-12-28', why: 'the last day with prices' },
      sessions: 754,
    })
  })

  test('begins when the youngest leg does', () => {
    assert.deepEqual(period('AAPL-L-50% TSLA-L-50% 2005 2015')?.from, {
      day: '2010-06-29',
      why: 'the first day of TSLA with prices',
    })
    assert.equal(period('AAPL-L-50% TSLA-L-50% 2005 2015 late=cash'), null)
  })

  test('says nothing that it cannot know', () => {
    assert.equal(period('AAPL-L-50% NOPE-L-50% 2020 2021'), null)
    assert.equal(period('OLD-L-100% 2020 2021'), null)
    assert.equal(period('AAPL-L-50% BTC-L-50% 2020 2021'), null)
    assert.equal(period('AAPL-L-100% 2023 2024'), null)
    assert.equal(period('BTC-L-100% 2020-02-01 2020-02-29')?.sessions, 29)
  })
})

test('lengths in words', () => {
  assert.equal(lengthInWords('2020-01-02', '2022-12-28'), '3 years')
  assert.equal(lengthInWords('2020-01-01', '2020-12-31'), '12 months')
  assert.equal(lengthInWords('2020-01-01', '2020-01-01'), '1 day')
})
