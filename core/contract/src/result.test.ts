import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ResultDocument, SeriesDocument } from '@portofino/simulator'
import { simulate, resultDocument } from '@portofino/simulator'
import { parse } from '@portofino/strategy'
import type { z } from 'zod'
import { resultSchema } from './result.ts'
import { seriesSchema } from './series.ts'

function coinDocument(): Required<Pick<ResultDocument, 'series'>> & ResultDocument {
  const coin = { symbol: 'COIN', name: 'Coin', market: null, calendar: 'everyday', currency: 'USD', first: null, last: null }
  const adjusted = { days: Int32Array.of(18_262, 18_263, 18_264), closes: Float64Array.of(100, 80, 120) }
  const stamp = { source: 'example', asOf: '2020-01-03', version: 'a' }
  const history = { instrument: { ...coin, returns: 'total' as const }, adjusted, raw: null, actions: [], ...stamp }
  const outcome = simulate({
    program: parse('COIN-L-100% 2020-01-01 2020-01-03 bench=COIN').ast!,
    histories: new Map([['COIN', history]]),
    marketSessions: new Map(),
    notes: [],
    data: stamp,
    sha256: () => 'a',
  })
  assert.ok(outcome.status === 'ok')
  const document = resultDocument(outcome.result, { series: true })
  return { ...document, series: document.series! }
}

test('the schemas fit the documents of the simulator, to the last field', () => {
  const { series, trades, portfolio_value, daily_returns, cumulative_returns, ...result } = coinDocument()
  // Assigned for the type checker: a schema that parts from the document does not compile.
  const asResult: z.input<typeof resultSchema> = result satisfies ResultDocument
  const asSeries: z.input<typeof seriesSchema> = { ...(series satisfies SeriesDocument), trades: trades! }
  assert.deepEqual(resultSchema.parse(asResult), result)
  assert.deepEqual(seriesSchema.parse(asSeries), { ...series, trades })
  assert.ok(portfolio_value && daily_returns && cumulative_returns)
})
