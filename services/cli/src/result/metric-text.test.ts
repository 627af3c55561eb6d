import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definition, type MetricId } from '@portofino/metrics'
import { metricText } from './metric-text.ts'

test('a measure is written by its kind', () => {
  const expected: [MetricId, number | null, string][] = [
    ['total_return', 0.60766517, '+60.77%'],
    ['worst_day', -0.1383, '−13.83%'],
    ['alpha', 0.1196, '+11.96%'],
    ['volatility', 0.34228259, '34.23%'],
    ['max_drawdown', 0.30252672, '−30.25%'],
    ['max_drawdown', 0, '0.00%'],
    ['sharpe', 0.63555856, '0.64'],
    ['ulcer', 12.1736, '12.17'],
    ['var_95', 0.0326, '3.26%'],
    ['beta', null, '—'],
  ]
  for (const [id, value, text] of expected) assert.equal(metricText(value, definition(id)), text, id)
})
