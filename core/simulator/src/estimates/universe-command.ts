/** A leg without side and weight, which starts with what no date and no option does. */
const bare = /^(?!(?:max|today|let)$)[\^A-Za-z][\w.^&/:-]*$/
const written = /-[LS](?:-|$)/i

/**
 * Symbols alone as legs of equal weight, for those who want weights rather than have them; any other command as it is.
 *
 * ```ts
 * assert.equal(universeCommand('AAPL MSFT 2020 2022 rf=2%'), 'AAPL-L-* MSFT-L-* 2020 2022 rf=2%')
 * assert.equal(universeCommand('AAPL-L-100% 2020 2022'), 'AAPL-L-100% 2020 2022')
 * ```
 */
export function universeCommand(text: string): string {
  const words = text.split(/(\s+)/)
  const end = words.findIndex((word) => word.trim() !== '' && !bare.test(word))
  const legs = words.slice(0, end < 0 ? 0 : end)
  if (legs.some((word) => written.test(word))) return text
  return [...legs.map((word) => (word.trim() === '' ? word : `${word}-L-*`)), ...words.slice(legs.length)].join('')
}
