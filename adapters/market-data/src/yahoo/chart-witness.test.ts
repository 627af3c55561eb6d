import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parseIsoDate } from '@portofino/market'
import { chartSessions } from './chart-history.ts'
import { chartReply } from './chart-reply.ts'
import { chartContradiction } from './chart-witness.ts'
import type { InventedChart } from './invented-chart.ts'
import { inventedChart, seconds } from './invented-chart.ts'

const asked = seconds('2024-12-31T00:00:00Z')

function contradiction(invented: InventedChart, from = '2000-01-01'): string | null {
  const chart = chartReply(inventedChart(invented))
  assert.ok(!('refused' in chart))
  return chartContradiction(chart, chartSessions(chart, asked).sessions, parseIsoDate(from)!)
}

const at = (date: number): string => `2024-01-${String(date).padStart(2, '0')}T14:30:00Z`
const rows = (closes: number[], adjusted?: number[]) =>
  closes.map((close, t) => ({ at: at(8 + t), close, ...(adjusted === undefined ? {} : { adjusted: adjusted[t]! }) }))

describe('a dividend that a throttled reply leaves out', () => {
  test('is betrayed by the adjusted closes', () => {
    const invented = { rows: rows([100, 99, 100], [99, 99, 100]) }
    assert.equal(contradiction(invented), 'its adjusted closes pay a dividend on 2024-01-09 that its events leave out')
    assert.equal(contradiction({ ...invented, dividends: [{ at: at(9), amount: 1 }] }), null)
  })

  test('is found even if others are there', () => {
    const invented = { rows: rows([100, 99, 100], [98, 98.01, 100]), dividends: [{ at: at(9), amount: 1 }] }
    assert.match(contradiction(invented)!, /2024-01-10/)
  })

  test('is not suspected for rounding, for a listed dividend that was not adjusted for, or without adjusted closes', () => {
    assert.equal(contradiction({ rows: rows([100, 99, 100], [100.00001, 99, 100]) }), null)
    assert.equal(contradiction({ rows: rows([100, 99], [100, 99]), dividends: [{ at: at(9), amount: 1 }] }), null)
    assert.equal(contradiction({ rows: rows([100, 50, 100]) }), null)
  })
})

const split = (numerator: number, denominator = 1) => [{ at: at(9), numerator, denominator }]

describe('a split that the prices do not know yet', () => {
  test('shows as a drop by its ratio', () => {
    assert.equal(
      contradiction({ rows: rows([100, 26]), splits: split(4) }),
      'the prices before the split of 2024-01-09 are not adjusted for it yet',
    )
    assert.match(contradiction({ rows: rows([1, 9.5]), splits: split(1, 10) })!, /not adjusted/)
  })

  test('is not suspected when the price goes on, or for a ratio near one', () => {
    assert.equal(contradiction({ rows: rows([25, 26]), splits: split(4) }), null)
    assert.equal(contradiction({ rows: rows([25, 24]), splits: split(21, 20) }), null)
  })

  test('is not suspected long after: then a quartered price is a quartered price', () => {
    assert.equal(contradiction({ rows: rows([100, 26, ...Array.from({ length: 10 }, () => 26)]), splits: split(4) }), null)
  })
})

describe('a reply without its newest rows', () => {
  const meta = { regularMarketTime: seconds('2024-02-09T21:00:00Z') }

  test('is betrayed by the moment of the latest trade', () => {
    assert.equal(
      contradiction({ rows: rows([1, 2]), meta }),
      'its prices end on 2024-01-09 though the latest trade was on 2024-02-09',
    )
    assert.match(contradiction({ rows: [], meta })!, /holds no price though/)
  })

  test('is not suspected when the days asked for begin after the latest trade, or shortly before', () => {
    assert.equal(contradiction({ rows: [], meta }, '2024-02-01'), null)
    assert.equal(contradiction({ rows: [], meta }, '2024-03-01'), null)
    assert.equal(contradiction({ rows: [], meta: { regularMarketTime: null } }), null)
  })
})
