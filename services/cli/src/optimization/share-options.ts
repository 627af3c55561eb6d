import { numberAboveZero, optional } from './written-numbers.ts'
import type { Arguments } from '../arguments/read-arguments.ts'
import type { OptionUsage } from '../arguments/usage.ts'
import { WrongUse } from '../arguments/wrong-use.ts'

const methods = ['exact', 'greedy'] as const

/** Whole shares beside weights. */
export const shareOptions: readonly OptionUsage[] = [
  {
    name: 'value',
    value: 'MONEY',
    meaning: 'also whole shares for so much money, such as 10000, at the last prices that are stored, and what stays in cash',
  },
  {
    name: 'shares',
    value: 'METHOD',
    meaning:
      'with --value: exact, the closest to the weights that there is (the default), or greedy, which buys what is short most',
    choices: methods,
  },
]

export interface ShareOrder {
  value: number
  method: (typeof methods)[number]
}

/** Beyond it shares cannot be counted one by one. */
const mostMoney = '1e15'

function moneyOf(text: string, place: { option: string; command: string }): number {
  const money = numberAboveZero(text, { ...place, example: '10000' })
  if (money <= Number(mostMoney)) return money
  throw new WrongUse(`--${place.option} needs an amount of at most ${mostMoney}, got "${text}"`, place.command)
}

/** Null where no shares are asked for. */
export function shareOrderOf(given: Arguments, command: string): ShareOrder | null {
  const value = optional(given, { option: 'value', command }, moneyOf)
  if (value !== undefined) return { value, method: methods.find((name) => name === given.value('shares')) ?? 'exact' }
  if (given.has('shares')) throw new WrongUse('--shares goes with --value, such as --value 10000', command)
  return null
}
