import { isSoundPrice, isSoundYield, priceBounds, yieldBounds } from '@portofino/market'
import { echo } from '../plain-text.ts'
import type { Quotation } from './currency.ts'

/** A number read from a cell, or what is wrong with it and what to do. */
export type NumberReading = { value: number } | { sentence: string }

const plainNumber = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/
const decimalComma = /^-?[0-9.]*[0-9],[0-9]+$/

/** @param what how the sentence calls it: `the close`, `the price of AAPL` */
export function numberText(text: string, what: string): NumberReading {
  if (plainNumber.test(text)) {
    const value = Number(text)
    return Number.isFinite(value) ? { value } : { sentence: `${what} is ${echo(text)}, too large for a number; correct it` }
  }
  if (text === '') return { sentence: `${what} is missing; fill it in or remove the line` }
  if (decimalComma.test(text)) return { sentence: `${what} is "${echo(text)}" with a comma; write decimals with a point` }
  return { sentence: `${what} is "${echo(text)}"; write a number such as 12.34` }
}

/** A price in the whole currency. */
export function priceText(text: string, what: string, { currency, divisor }: Quotation): NumberReading {
  const reading = numberText(text, what)
  if ('sentence' in reading) return reading
  const value = reading.value / divisor
  if (isSoundPrice(value)) return { value }
  if (!(reading.value > 0))
    return { sentence: `${what} is ${echo(text)}; a price must be above zero, so correct it or remove the line` }
  return { sentence: `${what} is ${echo(text)}; ${soundRange} in ${currency}, so correct it or remove the line` }
}

/** What messages say of a price, split or dividend that is none. */
export const soundRange = `it must lie within ${priceBounds.lowest}..${priceBounds.highest.toExponential().replace('+', '')}`

/** A yield in percent a year. */
export function yieldText(text: string, what: string): NumberReading {
  const reading = numberText(text, what)
  if ('sentence' in reading || isSoundYield(reading.value)) return reading
  const { lowest, highest } = yieldBounds
  return { sentence: `${what} is ${echo(text)}; a yield is written in percent, within ${lowest}..${highest}, so correct it` }
}
