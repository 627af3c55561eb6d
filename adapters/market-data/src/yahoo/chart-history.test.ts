import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { isoDate, totalReturnCloses } from '@portofino/market'
import { chartSessions, rawHistory } from './chart-history.ts'
import type { Chart } from './chart-reply.ts'
import { chartReply } from './chart-reply.ts'
import type { InventedChart } from './invented-chart.ts'
import { inventedChart, seconds } from './invented-chart.ts'
import { MalformedReply } from './reply-fields.ts'

const asked = seconds('2024-12-31T00:00:00Z')

function read(invented: InventedChart, divisor = 1): ReturnType<typeof rawHistory> {
  const told = chart(invented)
  return rawHistory(told, chartSessions(told, asked).sessions, divisor)
}

function chart(invented: InventedChart): Chart {
  const reply = chartReply(inventedChart(invented))
  assert.ok(!('refused' in reply))
  return reply
}

const openings = ['2024-01-08T14:30:00Z', '2024-01-09T14:30:00Z', '2024-01-10T14:30:00Z', '2024-01-11T14:30:00Z'] as const
const rows = (...closes: (number | null)[]) => closes.map((close, t) => ({ at: openings[t]!, close }))
const dates = ({ days }: { days: Int32Array }): string[] => Array.from(days, isoDate)

describe('rawHistory', () => {
  test('multiplies prices and dividends by later splits and divides volumes', () => {
    const { raw, actions } = read({
      rows: rows(10, 11, 12, 13),
      splits: [
        { at: openings[1], numerator: 4, denominator: 1 },
        { at: openings[3], numerator: 1, denominator: 2 },
      ],
      dividends: [
        { at: openings[0], amount: 0.5 },
        { at: openings[1], amount: 0.25 },
      ],
    })
    assert.deepEqual([...raw.close], [20, 5.5, 6, 13])
    assert.deepEqual([...raw.open], [20, 5.5, 6, 13])
    assert.deepEqual([...raw.volume], [500, 2000, 2000, 1000])
    assert.deepEqual(
      actions.map((action) => [
        isoDate(action.day),
        action.type,
        'amount' in action ? action.amount : 'ratio' in action && action.ratio,
      ]),
      [
        ['2024-01-08', 'dividend', 1],
        ['2024-01-09', 'dividend', 0.125],
        ['2024-01-09', 'split', 4],
        ['2024-01-11', 'split', 0.5],
      ],
    )
    const { closes } = totalReturnCloses(raw, actions)
    assert.ok(Math.abs(closes[1]! / closes[0]! - (4 * (5.5 + 0.125)) / 20) < 1e-15)
  })

  test('makes pounds of pence, in prices and in dividends', () => {
    const { raw, actions } = read({ rows: rows(512, 520.5), dividends: [{ at: openings[1], amount: 7 }] }, 100)
    assert.deepEqual([...raw.close], [5.12, 5.205])
    assert.deepEqual([...raw.volume], [1000, 1000])
    assert.equal(actions[0]?.type === 'dividend' && actions[0].amount, 0.07)
  })

  test('counts a split on the last day', () => {
    const { raw, actions } = read({ rows: rows(10, 11), splits: [{ at: openings[1], numerator: 3, denominator: 1 }] })
    assert.deepEqual([...raw.close], [30, 11])
    assert.equal(actions.length, 1)
  })

  test('leaves out a split or dividend whose first price is still to come', () => {
    const { raw, actions } = read({
      rows: rows(10, 11),
      splits: [{ at: openings[2], numerator: 3, denominator: 1 }],
      dividends: [{ at: openings[2], amount: 1 }],
    })
    assert.deepEqual([...raw.close], [10, 11])
    assert.deepEqual(actions, [])
  })

  test('leaves out splits of one for one and dividends of nothing', () => {
    const events = { splits: [{ at: openings[1], numerator: 1, denominator: 1 }], dividends: [{ at: openings[1], amount: 0 }] }
    assert.deepEqual(read({ rows: rows(10, 11), ...events }).actions, [])
  })
})

describe('the rows of a chart', () => {
  test('without a close, or with a close of zero, are missing prices; other gaps stay unknown', () => {
    const { raw } = read({
      rows: [...rows(10, null, 0), { at: openings[3], close: 12, open: null, high: 0, low: 11, volume: -7 }],
    })
    assert.deepEqual(dates(raw), ['2024-01-08', '2024-01-11'])
    assert.deepEqual([raw.open[1], raw.high[1], raw.low[1], raw.volume[1]], [Number.NaN, Number.NaN, 11, Number.NaN])
  })

  test('with a close of zero are told, unless the day has another', () => {
    const invented = chart({ rows: [...rows(10, 0, 0), { at: '2024-01-10T21:00:01Z', close: 12 }] })
    assert.deepEqual(chartSessions(invented, asked).zeros.map(isoDate), ['2024-01-09'])
  })

  test('of a yield may be zero and less', () => {
    const meta = { symbol: '^IRX', instrumentType: 'INDEX', exchangeName: 'CGI' }
    const { raw } = read({ meta, rows: rows(0.01, 0, -0.05) })
    assert.deepEqual([...raw.close], [0.01, 0, -0.05])
    assert.deepEqual([...raw.open], [0.01, 0, -0.05])
  })

  test('are put in order', () => {
    const [first, second, third] = rows(10, 11, 12)
    assert.deepEqual([...read({ rows: [third!, first!, second!] }).raw.close], [10, 11, 12])
  })

  test('of one day are one session: the later one', () => {
    const twice = [...rows(10, 11), { at: '2024-01-09T21:00:01Z', close: 11.5 }]
    assert.deepEqual([...read({ rows: twice }).raw.close], [10, 11.5])
    const same = [...rows(10, 11), { at: openings[1], close: 11 }]
    assert.deepEqual([...read({ rows: same }).raw.close], [10, 11])
  })

  test('of one moment with two closes are refused', () => {
    const contradicting = [...rows(10, 11), { at: openings[1], close: 12 }]
    assert.throws(() => read({ rows: contradicting }), MalformedReply)
  })

  test('have the day of their moment when stamped with the latest trade, late as it may be', () => {
    const coin = { exchangeTimezoneName: 'UTC', gmtoffset: 0 }
    const late = [
      { at: '2024-01-08T00:00:00Z', close: 10 },
      { at: '2024-01-09T23:59:30Z', close: 11 },
    ]
    assert.deepEqual(dates(read({ meta: coin, rows: late }).raw), ['2024-01-08', '2024-01-09'])
  })

  test('keep their days through a clock change', () => {
    const spring = chart({
      meta: { exchangeTimezoneName: 'Europe/London', gmtoffset: 3600 },
      rows: [
        { at: '2024-03-28T00:00:00Z', close: 1 },
        { at: '2024-03-29T00:00:00Z', close: 2 },
        { at: '2024-03-31T23:00:00Z', close: 3 },
        { at: '2024-04-01T23:00:00Z', close: 4 },
      ],
    })
    assert.deepEqual(dates(rawHistory(spring, chartSessions(spring, asked).sessions, 1).raw), [
      '2024-03-28',
      '2024-03-29',
      '2024-04-01',
      '2024-04-02',
    ])
  })
})

describe('the open session', () => {
  const session = { regular: { start: seconds('2024-01-09T14:30:00Z'), end: seconds('2024-01-09T21:00:00Z') } }
  const live = [...rows(10), { at: '2024-01-09T17:12:45Z', close: 11 }]
  const closes = (moment: string, meta: Record<string, unknown> = { currentTradingPeriod: session }): number[] =>
    chartSessions(chart({ rows: live, meta }), seconds(moment)).sessions.map(({ close }) => close)

  test('has no close until it has ended and settled', () => {
    assert.deepEqual(closes('2024-01-09T17:12:46Z'), [10])
    assert.deepEqual(closes('2024-01-09T21:05:00Z'), [10])
    assert.deepEqual(closes('2024-01-09T21:30:00Z'), [10, 11])
  })

  test('is today’s when Yahoo does not say', () => {
    assert.deepEqual(closes('2024-01-09T23:00:00Z', { currentTradingPeriod: undefined }), [10])
    assert.deepEqual(closes('2024-01-10T05:00:00Z', { currentTradingPeriod: undefined }), [10, 11])
  })

  test('may be tomorrow’s, or that of a market that never closes', () => {
    const next = { regular: { start: seconds('2024-01-10T14:30:00Z'), end: seconds('2024-01-10T21:00:00Z') } }
    assert.deepEqual(closes('2024-01-10T04:30:00Z', { currentTradingPeriod: next }), [10, 11])
    const day = { regular: { start: seconds('2024-01-09T00:00:00Z'), end: seconds('2024-01-09T23:59:00Z') } }
    const coin = chart({
      meta: { exchangeTimezoneName: 'UTC', gmtoffset: 0, currentTradingPeriod: day },
      rows: [
        { at: '2024-01-08T00:00:00Z', close: 10 },
        { at: '2024-01-09T00:00:00Z', close: 11 },
        { at: '2024-01-09T23:40:00Z', close: 12 },
      ],
    })
    const finished = chartSessions(coin, seconds('2024-01-09T23:40:01Z')).sessions
    assert.deepEqual(
      finished.map(({ close }) => close),
      [10],
    )
  })
})
