import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { makeScreen } from '../terminal/screen.ts'
import { visibleWidth } from '../terminal/layout.ts'
import { waterlineChart } from './waterline-chart.ts'

const screen = (columns: number) => makeScreen(columns, { isTerminal: false, color: 'none' })

function input(values: number[], benchmark: number[] | null = null) {
  let highest = 0
  return {
    days: Int32Array.from(values, (_, index) => 18263 + index),
    value: Float64Array.from(values),
    drawdown: Float64Array.from(values, (value) => value / (highest = Math.max(highest, value)) - 1),
    currency: 'USD',
    benchmark: benchmark && { label: '^GSPC', value: Float64Array.from(benchmark) },
  }
}

describe('waterlineChart', () => {
  test('draws value above and drawdown below', () => {
    const lines = waterlineChart(input([100_000, 120_000, 90_000, 150_000]), screen(40))
    assert.deepEqual(lines, [
      '               high $150,000, 5 Jan 2020',
      '                                      ⢀⠎',
      '$140,000                             ⡰⠁',
      '                                   ⢀⠎',
      '$120,000         ⢀⡠⢄⡀             ⡰⠁',
      '             ⣀⠤⠔⠊⠁  ⠈⠑⠤⡀        ⢀⠎',
      '$100,000 ⣀⠤⠒⠉· · · · · ⠈⠑⠢⣀· · ⡰⠁· · · ·',
      '                           ⠑⠢⢄⠎',
      '                 low $90,000, 4 Jan 2020',
      '      0% ───────────────────────────────',
      '                             ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
      '    −10%                     ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
      '                             ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
      '    −20%                     ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
      '                             ⢸⣿⣿⣿⣿⣿⣿⣿⣿⣿⡇',
      '                    −25.00%, 4 Jan 2020',
      '         2 Jan 2020           5 Jan 2020',
    ])
  })

  test('names high, low, worst fall, first and last day, and the ends of both curves', () => {
    const drawn = waterlineChart(
      input([100_000, 120_000, 90_000, 150_000], [100_000, 99_000, 101_000, 102_500]),
      screen(80),
    ).join('\n')
    for (const text of [
      'high $150,000, 5 Jan 2020',
      'low $90,000, 4 Jan 2020',
      '−25.00%, 4 Jan 2020',
      '2 Jan 2020',
      'Portfolio',
      '^GSPC',
      '$102,500',
    ]) {
      assert.ok(drawn.includes(text), text)
    }
  })

  test('draws any run at any width without leaving its frame', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, fc.integer({ min: 40, max: 110 }), (list, columns) => {
        const lines = waterlineChart(input([1, ...list]), screen(columns))
        assert.ok(lines.every((line) => visibleWidth(line) <= columns))
      }),
    )
  })
})
