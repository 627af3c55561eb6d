import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { chartReply, refusalIn } from './chart-reply.ts'
import { inventedChart, inventedRefusal } from './invented-chart.ts'
import { MalformedReply } from './reply-fields.ts'

const rows = [
  { at: '2024-01-08T14:30:00Z', close: 10 },
  { at: '2024-01-09T14:30:00Z', close: 11 },
]

/** A copy of an ordinary reply with one value replaced; the path is that of the reply's JSON. */
function spoiled(path: string, value: unknown): unknown {
  const events = { dividends: [{ at: rows[1]!.at, amount: 1 }], splits: [{ at: rows[1]!.at, numerator: 2, denominator: 1 }] }
  const body: unknown = JSON.parse(JSON.stringify(inventedChart({ rows, ...events })))
  const steps = path.split('.')
  const last = steps.pop()!
  let place = body as Record<string, unknown>
  for (const step of steps) place = place[step] as Record<string, unknown>
  place[last] = value
  return body
}

const nameOf = (longName: string): string | null => {
  const chart = chartReply(inventedChart({ rows, meta: { longName } }))
  return 'refused' in chart ? null : chart.meta.name
}

describe('chartReply', () => {
  test('reads an ordinary reply', () => {
    const chart = chartReply(inventedChart({ rows }))
    assert.ok(!('refused' in chart))
    assert.deepEqual([chart.close, chart.meta.symbol, chart.adjusted], [[10, 11], 'ACME', null])
  })

  test('reads a range without prices', () => {
    const chart = chartReply(inventedChart({ rows: [] }))
    assert.ok(!('refused' in chart))
    assert.deepEqual([chart.stamps, chart.close], [[], []])
  })

  test('gives a refusal under whatever name', () => {
    const refused = { code: 'Not Found', description: 'No data found, symbol may be delisted' }
    assert.deepEqual(chartReply(inventedRefusal(refused.code, refused.description)), { refused })
    assert.deepEqual(refusalIn({ finance: { result: null, error: { code: 'Unauthorized' } } })?.refused.code, 'Unauthorized')
    assert.equal(refusalIn({ chart: { error: null } }), null)
  })

  const events = 'chart.result.0.events'
  for (const [path, value, message] of [
    ['chart', null, /chart must be an object, got null/],
    ['chart.result', [], /one chart, got 0/],
    ['chart.result', 'nothing', /must be a list, got nothing/],
    ['chart.result.0.meta.symbol', 7, /meta.symbol must be a text, got 7/],
    ['chart.result.0.meta.gmtoffset', 'x', /gmtoffset must be a number, got x/],
    ['chart.result.0.meta.gmtoffset', 1e308, /gmtoffset must be the seconds of a day at most, got 1e\+308/],
    ['chart.result.0.meta.exchangeName', '../x', /exchangeName must be a code of A-Z and 0-9, got ..\/x/],
    ['chart.result.0.meta.symbol', { deep: {} }, /meta.symbol must be a text, got an object/],
    ['chart.result.0.timestamp', [253_402_300_799, 2], /timestamp\[0\] must be a moment/],
    ['chart.result.0.timestamp', ['2024-01-08', 2], /timestamp\[0\] must be a number/],
    ['chart.result.0.timestamp', [1], /open must have 1 values/],
    ['chart.result.0.indicators.quote.0.close', [1], /close must have 2 values, one for each timestamp, got 1/],
    ['chart.result.0.indicators.quote.0.close', [1, '11'], /close\[1\] must be a number, got 11/],
    ['chart.result.0.indicators.quote', [], /quote\[0\] must be an object/],
    [`${events}.splits`, { 7: { date: 7, numerator: 1, denominator: 0 } }, /ratio of a split must be above zero/],
    [`${events}.splits`, { 7: { date: 7, splitRatio: '2:1' } }, /numerator/],
    [`${events}.dividends`, { 7: { date: 7, amount: -1 } }, /not be negative/],
    [`${events}.dividends`, [1], /must be an object/],
  ] as const) {
    test(`refuses ${JSON.stringify(value)} as ${path}`, () => {
      assert.throws(() => chartReply(spoiled(path, value)), { name: 'MalformedReply', message })
    })
  }

  test('refuses lists in lists, however deep', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    for (const body of [{ chart: deep }, spoiled('chart.result.0.meta', deep), spoiled('chart.result.0.meta.symbol', deep)]) {
      assert.throws(() => chartReply(body), { name: 'MalformedReply', message: /must be an? \w+, got a list/ })
    }
  })

  test('makes the name plain and short, and does without one that has nothing plain in it', () => {
    assert.equal(nameOf('Acme\n\u202E Rockets\u0007'), 'Acme Rockets')
    assert.equal(nameOf('\u202E\u200B'), 'ACME')
    assert.equal(nameOf('x'.repeat(300)), 'x'.repeat(200))
  })

  test('answers or refuses any JSON', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('chart', 'chart.result', 'chart.result.0', 'chart.result.0.meta', events),
        (value, path) => {
          for (const body of [value, spoiled(path, value)]) {
            try {
              chartReply(body)
            } catch (fault) {
              assert.ok(fault instanceof MalformedReply, String(fault))
            }
          }
        },
      ),
    )
  })
})
