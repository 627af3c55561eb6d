import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { progressBar } from './progress-bar.ts'

function recorded() {
  const lines: string[] = []
  const time = { now: 0 }
  const bar = progressBar({ progressLine: (text) => void lines.push(text), clock: () => time.now })
  return { bar, lines, time }
}

describe('progressBar', () => {
  test('stays away from quick work', () => {
    const { bar, lines, time } = recorded()
    bar.show(0.1, 'prices')
    time.now = 499
    bar.show(0.9, 'prices')
    bar.clear()
    assert.deepEqual(lines, [])
  })

  test('appears after half a second, redraws calmly and leaves nothing behind', () => {
    const { bar, lines, time } = recorded()
    time.now = 600
    bar.show(0.5, 'prices 1/2')
    time.now = 620
    bar.show(0.6, 'prices 1/2')
    time.now = 700
    bar.show(1, 'prices 2/2')
    bar.clear()
    assert.deepEqual(lines, ['████████████░░░░░░░░░░░░ 50%  prices 1/2', '████████████████████████ 100%  prices 2/2', ''])
  })

  test('draws nothing when nobody would see it', () => {
    const time = { now: 0 }
    const bar = progressBar({ progressLine: null, clock: () => time.now })
    time.now = 1000
    bar.show(1, '')
    bar.clear()
  })
})
