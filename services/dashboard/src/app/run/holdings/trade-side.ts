/** What a trade does to a leg, in words. */
export function tradeSide({ units }: { units: number }, side: 'L' | 'S'): 'Buy' | 'Sell' | 'Sell short' | 'Buy back' {
  if (side === 'S') return units < 0 ? 'Sell short' : 'Buy back'
  return units < 0 ? 'Sell' : 'Buy'
}
