import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readArguments } from '../arguments/read-arguments.ts'
import { shareOptions, shareOrderOf } from './share-options.ts'

const usage = { name: 'optimize', form: '', summary: '', options: shareOptions, examples: [] }
const order = (value: string) => shareOrderOf(readArguments(['--value', value], usage), 'optimize')

test('an amount of money is a plain number, and not beyond what can be counted in shares', () => {
  assert.deepEqual(order('25000.5'), { value: 25000.5, method: 'exact' })
  assert.throws(() => order('25,000'), { message: '--value needs a number such as 10000, got "25,000"' })
  assert.throws(() => order('1e308'), { message: '--value needs an amount of at most 1e15, got "1e308"' })
  assert.throws(() => order('0'), { message: '--value needs a number above 0, got "0"' })
})
