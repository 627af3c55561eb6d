import assert from 'node:assert/strict'
import { test } from 'node:test'
import { evenlySpread, fewerBands, stackedBands } from './stacked-bands.ts'

test('what is held lies above zero, what is sold short below', () => {
  const bands = [
    { name: 'WMT', values: [0.6, 0.5] },
    { name: 'BBY', values: [-0.4, -0.3] },
    { name: 'KO', values: [0.2, 0.1] },
  ]
  const edges = stackedBands(bands, [0, 1]).map((band) => band.edges.map((pair) => pair.map((edge) => Number(edge.toFixed(9)))))
  assert.deepEqual(edges, [
    [
      [0, 0.6],
      [0, 0.5],
    ],
    [
      [-0.4, 0],
      [-0.3, 0],
    ],
    [
      [0.6, 0.8],
      [0.5, 0.6],
    ],
  ])
})

test('only the sessions that are asked for', () => {
  assert.deepEqual(stackedBands([{ name: 'A', values: [1, 2, 3] }], [0, 2])[0]!.edges, [
    [0, 1],
    [0, 3],
  ])
})

test('many bands become the largest ones and the others', () => {
  const bands = [0.1, 0.4, 0.2, 0.3].map((value, i) => ({ name: 'ABCD'[i]!, values: [value] }))
  assert.deepEqual(
    fewerBands(bands, 3).map(({ name }) => name),
    ['B', 'D', '2 others'],
  )
  assert.ok(Math.abs(fewerBands(bands, 3)[2]!.values[0]! - 0.3) < 1e-12)
  assert.equal(fewerBands(bands, 4).length, 4)
})

test('one session for each pixel, the ends always', () => {
  assert.deepEqual(evenlySpread(3, 100), [0, 1, 2])
  assert.deepEqual(evenlySpread(101, 5), [0, 25, 50, 75, 100])
  assert.deepEqual([evenlySpread(1, 10), evenlySpread(0, 10)], [[0], []])
})
