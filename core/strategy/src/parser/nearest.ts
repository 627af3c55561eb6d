/**
 * The candidates most like a mistyped word, best first, capitals ignored: at most one edit (insertion, deletion,
 * substitution, swap of neighbors) per three characters, or a beginning of at least three characters in common to the end
 * of either. A word that would have to change altogether is none of them.
 *
 * ```ts
 * assert.deepEqual(nearest('chekc', ['simulate', 'check', 'symbols']), ['check'])
 * assert.deepEqual(nearest('sim', ['simulate', 'check', 'symbols']), ['simulate'])
 * ```
 *
 * @param count how many at most
 */
export function nearest(word: string, candidates: Iterable<string>, count = 3): string[] {
  const wanted = word.toLowerCase()
  if (wanted.length > longest) return []
  const ranked: { candidate: string; distance: number }[] = []
  for (const candidate of candidates) {
    const other = candidate.toLowerCase()
    const distance = isBeginning(wanted, other) ? 1 : editDistance(wanted, other)
    const length = Math.max(wanted.length, other.length)
    if (distance < length && distance <= Math.max(1, Math.floor(length / 3))) ranked.push({ candidate, distance })
  }
  const byDistance = ranked.toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
  return byDistance.slice(0, count).map(({ candidate }) => candidate)
}

const longest = 64

function isBeginning(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 3 && (a.startsWith(b) || b.startsWith(a))
}

/** Optimal string alignment distance: edits and swaps of neighbors, no part edited twice. */
export function editDistance(a: string, b: string): number {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (swapped) cost = Math.min(cost, before[column - 2]! + 1)
      current.push(cost)
    }
    before = previous
    previous = current
  }
  return previous[b.length]!
}
