import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spreadLabels } from './spread-labels.ts'

const room = { gap: 15, top: 0, bottom: 100 }

test('labels that are far apart stay where they are', () => {
  assert.deepEqual(spreadLabels([80, 10, 40], room), [80, 10, 40])
})

test('labels that would touch move apart and keep their order', () => {
  assert.deepEqual(spreadLabels([50, 48, 90], room), [63, 48, 90])
})

test('labels at the bottom push the others up', () => {
  assert.deepEqual(spreadLabels([99, 100], room), [85, 100])
})
