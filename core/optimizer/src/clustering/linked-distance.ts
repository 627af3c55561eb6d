/** How the distance of two clusters follows from those of their members. */
export type Linkage = 'single' | 'complete' | 'average' | 'ward'

export const linkages: readonly Linkage[] = ['single', 'complete', 'average', 'ward']

/** Distances before two clusters, first and second, are joined, seen from a third. */
interface Joining {
  toFirst: number
  toSecond: number
  between: number
  firstSize: number
  secondSize: number
  otherSize: number
}

/**
 * Distance of a third cluster to two that are joined: of the nearest members (`single`), the farthest (`complete`), the mean over members
 * (`average`), or by the growth of the squares within clusters (`ward`).
 *
 * Source: G. N. Lance and W. T. Williams, "A general theory of classificatory sorting strategies", The Computer Journal 9, 1967; J. H.
 * Ward, "Hierarchical grouping to optimize an objective function", Journal of the American Statistical Association 58, 1963.
 *
 * ```ts
 * const joining = { toFirst: 1, toSecond: 4, between: 3, firstSize: 2, secondSize: 1, otherSize: 1 }
 * assert.equal(linkedDistance('single', joining), 1)
 * assert.equal(linkedDistance('average', joining), 2)
 * ```
 */
export function linkedDistance(linkage: Linkage, joining: Joining): number {
  const { toFirst, toSecond, between, firstSize, secondSize, otherSize } = joining
  if (linkage === 'single') return Math.min(toFirst, toSecond)
  if (linkage === 'complete') return Math.max(toFirst, toSecond)
  if (linkage === 'average') return (firstSize * toFirst + secondSize * toSecond) / (firstSize + secondSize)
  const grown = (firstSize + otherSize) * toFirst * toFirst + (secondSize + otherSize) * toSecond * toSecond
  return Math.sqrt(Math.max(grown - otherSize * between * between, 0) / (firstSize + secondSize + otherSize))
}
