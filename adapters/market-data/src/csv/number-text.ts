/** A number read from a cell, or what is wrong with it and what to do. */
export type NumberReading = { value: number } | { sentence: string }

const plainNumber = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/
const decimalComma = /^-?[0-9.]*[0-9],[0-9]+$/

/** @param what how the sentence calls it: `the close`, `the price of AAPL` */
export function numberText(text: string, what: string): NumberReading {
  if (plainNumber.test(text)) {
    const value = Number(text)
    return Number.isFinite(value) ? { value } : { sentence: `${what} is ${text}, too large for a number; correct it` }
  }
  if (text === '') return { sentence: `${what} is missing; fill it in or remove the line` }
  if (decimalComma.test(text)) return { sentence: `${what} is "${text}" with a comma; write decimals with a point` }
  return { sentence: `${what} is "${text.slice(0, 40)}"; write a number such as 12.34` }
}

export function priceText(text: string, what: string): NumberReading {
  const reading = numberText(text, what)
  if ('sentence' in reading || reading.value > 0) return reading
  return { sentence: `${what} is ${text}; a price must be above zero, so correct it or remove the line` }
}
