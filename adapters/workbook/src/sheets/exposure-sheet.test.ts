import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { SheetChart } from 'hucre/xlsx'
import { inventedDocument } from '../invented-document.ts'
import { readReport } from '../report.ts'
import { exposureSheet } from './exposure-sheet.ts'

const createdAt = new Date(0)
const plain = inventedDocument('AAA-L-50% BBB-L-50% 2018-01-01 2018-06-30 rebalance=monthly')

function planWith(series: Partial<NonNullable<typeof plain.series>>): ReturnType<typeof exposureSheet> {
  return exposureSheet(readReport({ ...plain, series: { ...plain.series!, ...series } }, createdAt))
}

const axis = (chart: SheetChart | undefined) => chart?.axes?.y?.scale

describe('exposureSheet', () => {
  test('takes cash below half a minor unit for none', () => {
    const cash = plain.series!.dates.map((_, session) => [-1.1e-8, 0.0049, -0.0051, -0, 12.345][session % 5]!)
    const shown = planWith({ cash }).series!.at(-1)!.values
    assert.deepEqual(shown.slice(0, 5), [0, 0, -0.0051, 0, 12.345])
  })

  test('draws from zero, so that noise stays a flat line', () => {
    assert.deepEqual(axis(planWith({}).charts?.[0]), { min: 0 })
    const gross = plain.series!.dates.map((_, session) => (session % 2 === 0 ? 0.9999999999999994 : 1))
    const { scale, numberFormat } = planWith({ gross, net: gross }).charts![0]!.axes!.y!
    assert.deepEqual([scale, numberFormat?.formatCode], [{ min: 0 }, '#,##0%'])
  })

  test('leaves room below zero for a net short', () => {
    const net = plain.series!.dates.map(() => -0.3)
    assert.equal(axis(planWith({ net }).charts?.[0]), undefined)
  })
})
