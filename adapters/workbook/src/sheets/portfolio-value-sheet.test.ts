import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { inventedDocument } from '../invented-document.ts'
import { readReport } from '../report.ts'
import { growthChart } from './portfolio-value-sheet.ts'

const place = { row: 0, column: 0, rows: 10, columns: 5 }
const doubling = (day: number): number => 100 * 2 ** (day / 365)

function chartOf(command: string, close: (day: number, instrument: number) => number): ReturnType<typeof growthChart> {
  return growthChart(readReport(inventedDocument(command, { close }), new Date(0)), place)
}

describe('growthChart', () => {
  test('is logarithmic and says so where the value grows more than tenfold', () => {
    const { title, axes } = chartOf('AAA-L-100% 2018-01-01 2021-12-30', doubling)
    assert.deepEqual([title, axes?.y?.scale], ['Portfolio value, EUR, logarithmic scale', { logBase: 10, min: 100_000 }])
  })

  test('is plain up to the tenfold', () => {
    const { title, axes } = chartOf('AAA-L-100% 2018-01-01 2020-12-30', doubling)
    assert.deepEqual([title, axes?.y?.scale], ['Portfolio value, EUR', undefined])
  })

  test('looks at the benchmark too', () => {
    const { title, axes } = chartOf('AAA-L-100% 2018-01-01 2021-12-30 bench=BBB', (day, i) => (i === 1 ? doubling(day) : 100))
    assert.deepEqual([title, axes?.y?.scale?.logBase], ['Growth of 1, logarithmic scale', 10])
  })
})
