import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from '@portofino/strategy'
import { choices, optionSummary, plainAmount, writtenAmount } from './option-fields.ts'

test('simple amounts are numbers with a unit, the rest stays as written', () => {
  assert.deepEqual(plainAmount('cost', '5bps'), { number: '5', unit: 'bps' })
  assert.deepEqual(plainAmount('cost', '0.05%'), { number: '0.05', unit: '%' })
  assert.equal(plainAmount('cost', '5bps+$1'), null)
  assert.deepEqual(plainAmount('rf', '-0.5%'), { number: '-0.5', unit: '%' })
  assert.equal(plainAmount('rf', '^IRX'), null)
  assert.deepEqual(plainAmount('capital', undefined), { number: '100000', unit: '' })
})

test('defaults write nothing, and a number may be typed digit by digit', () => {
  assert.equal(writtenAmount('capital', { typed: '100,000', unit: '' }), null)
  assert.equal(writtenAmount('capital', { typed: '250,000', unit: '' }), '250000')
  assert.equal(writtenAmount('cost', { typed: '', unit: 'bps' }), null)
  assert.equal(writtenAmount('cost', { typed: '0', unit: 'bps' }), null)
  assert.equal(writtenAmount('cost', { typed: '0.', unit: 'bps' }), '0.bps')
  assert.equal(writtenAmount('cost', { typed: '0.0', unit: 'bps' }), '0.0bps')
  assert.equal(writtenAmount('cost', { typed: '5bps+$1', unit: 'bps' }), '5bps+$1')
  assert.equal(writtenAmount('rf', { typed: '2.5', unit: '%' }), '2.5%')
})

test('every choice is one that the language knows', () => {
  for (const [key, list] of Object.entries(choices)) {
    for (const { value } of list) assert.notEqual(parse(`KO-L-100% 2020 2021 ${key}=${value}`).ast, null, `${key}=${value}`)
  }
})

test('a summary of what is set', () => {
  const written: Readonly<Record<string, string>> = { cost: '5bps', bench: '^GSPC' }
  assert.deepEqual(
    optionSummary((key) => written[key]).map(({ name, value }) => `${name} ${value}`),
    ['Benchmark ^GSPC', 'Rebalance never', 'Costs 5 bps', 'Risk-free 0%'],
  )
})
