import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layerPlace } from './layer-place.ts'

const window = { width: 1000, height: 800 }
const size = { width: 200, height: 300 }
const anchor = { left: 100, right: 140, top: 50, bottom: 80 }

test('stands below, edge over edge', () => {
  assert.deepEqual(layerPlace({ anchor, size, window, align: 'start' }), { left: 100, top: 86 })
  assert.deepEqual(layerPlace({ anchor: { ...anchor, left: 560, right: 600 }, size, window, align: 'end' }), {
    left: 400,
    top: 86,
  })
})

test('goes to the other side where it does not fit', () => {
  const low = { ...anchor, top: 700, bottom: 730 }
  assert.equal(layerPlace({ anchor: low, size, window, align: 'start' }).top, 394)
  assert.equal(layerPlace({ anchor, size, window, align: 'start', side: 'above' }).top, 86)
  assert.equal(layerPlace({ anchor: low, size, window, align: 'start', side: 'above' }).top, 394)
})

test('stays in the window', () => {
  assert.equal(layerPlace({ anchor: { ...anchor, left: 900, right: 940 }, size, window, align: 'start' }).left, 794)
  assert.equal(layerPlace({ anchor, size, window, align: 'end' }).left, 6)
  assert.equal(
    layerPlace({ anchor: { ...anchor, top: 200, bottom: 230 }, size: { width: 200, height: 780 }, window, align: 'start' }).top,
    14,
  )
})
