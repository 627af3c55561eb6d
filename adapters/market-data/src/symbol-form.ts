/** Whether a command can name an instrument so: a symbol with a letter or digit in it that neither begins nor ends with a hyphen. */
export function isSymbol(text: string): boolean {
  return /^[A-Z0-9.^=&_/-]{1,32}$/.test(text) && /[A-Z0-9]/.test(text) && !/^-|-$/.test(text)
}

/** The rule of `isSymbol` as the end of a sentence. */
export const symbolRule = 'write 1 to 32 of A-Z 0-9 . ^ = & _ / -, with a letter or digit and no - at either end'

/** Whether a command can write a market so, before a colon. */
export function isMarket(text: string): boolean {
  return /^[A-Z0-9]{1,16}$/.test(text)
}
