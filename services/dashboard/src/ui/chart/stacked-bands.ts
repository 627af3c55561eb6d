export interface Band {
  name: string
  values: readonly number[]
}

export interface StackedBand {
  name: string
  /** Where it begins and ends at each drawn session: from zero up for what is held, down for what is sold short. */
  edges: (readonly [number, number])[]
}

/** Bands on each other at the given sessions, in their order from zero. */
export function stackedBands(bands: readonly Band[], sessions: readonly number[]): StackedBand[] {
  const up = sessions.map(() => 0)
  const down = sessions.map(() => 0)
  return bands.map(({ name, values }) => {
    const edges = sessions.map((session, i) => {
      const value = values[session]!
      const side = value < 0 ? down : up
      const from = side[i]!
      side[i] = from + value
      return value < 0 ? ([side[i], from] as const) : ([from, side[i]] as const)
    })
    return { name, edges }
  })
}

/** The largest bands, and the rest as one, so that none is too thin to be seen. The order stays. */
export function fewerBands(bands: readonly Band[], limit: number): Band[] {
  if (bands.length <= limit) return [...bands]
  const size = ({ values }: Band): number => values.reduce((total, value) => total + Math.abs(value), 0)
  const kept = new Set(bands.toSorted((a, b) => size(b) - size(a)).slice(0, limit - 1))
  const rest = bands.filter((band) => !kept.has(band))
  const values = bands[0]!.values.map((_, session) => rest.reduce((total, band) => total + band.values[session]!, 0))
  return [...bands.filter((band) => kept.has(band)), { name: `${rest.length} others`, values }]
}

/** Positions in a long column, first and last included, one for each pixel: areas with several would show their edges only. */
export function evenlySpread(count: number, columns: number): number[] {
  const drawn = Math.max(2, Math.min(count, columns))
  return count < 2
    ? Array.from({ length: count }, () => 0)
    : Array.from({ length: drawn }, (_, i) => Math.round((i * (count - 1)) / (drawn - 1)))
}
