import type { RunResult } from '../../api/queries.ts'

/** Symbols of the legs; where two legs hold the same one, with their sides. */
export function legNames(legs: RunResult['legs']): string[] {
  const symbols = legs.map(({ symbol }) => symbol ?? '$CASH')
  return symbols.map((symbol, i) => {
    const isAlone = symbols.filter((other) => other === symbol).length === 1
    return isAlone ? symbol : `${symbol} ${legs[i]!.side === 'S' ? 'short' : 'long'}`
  })
}
