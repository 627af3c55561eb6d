import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyEdits, parse } from '@portofino/strategy'
import { faultsAt, isBeyondSample, placeInWords, visibleRange } from './faults.ts'

const command = 'AAPL-L-50% MSFT-L-40% 2020-01-01 2023-01-01'

test('faults of a later line stand at their place in the whole text', () => {
  const text = `KO-L-100% 2020 2021\n${command}`
  const offset = text.indexOf(command)
  const [fault] = faultsAt(parse(command).diagnostics, offset)
  assert.equal(text.slice(fault!.start, fault!.end), '40%')
  assert.deepEqual(
    fault!.related.map(({ start, end }) => text.slice(start, end)),
    ['50%'],
  )
  assert.equal(applyEdits(text, fault!.fixes[0]!.edits).slice(offset), command.replace('40', '50'))
  assert.equal(placeInWords(fault!, text), 'line 2, characters 8 and 19')
  assert.equal(placeInWords(faultsAt(parse(command).diagnostics, 0)[0]!, command), 'characters 8 and 19')
})

test('columns count whole characters', () => {
  const text = '😀 AAPL-X-100% 2020 2021'
  const start = text.indexOf('X')
  assert.equal(placeInWords({ start, related: [] }, text), 'character 8')
})

test('an empty place shows at the character before it', () => {
  assert.deepEqual(visibleRange({ start: 5, end: 5 }, 'KO-L- x'), { start: 4, end: 5 })
  assert.deepEqual(visibleRange({ start: 6, end: 6 }, 'KO-L- x'), { start: 6, end: 6 })
  assert.deepEqual(visibleRange({ start: 0, end: 2 }, 'KO-L-'), { start: 0, end: 2 })
})

test('who reads the page cannot choose the prices of the server', () => {
  const help = 'The source of prices is "sample". Whoever runs the server names another source with MARKET_DATA: yahoo.'
  assert.equal(isBeyondSample({ code: 'E301', help }), true)
  assert.equal(isBeyondSample({ code: 'E301', help: 'The source of prices is "csv:prices".' }), false)
  assert.equal(isBeyondSample({ code: 'E303', help: null }), false)
})
