import type { Merge } from './agglomeration.ts'

/**
 * Assets as the tree of merges lists them from left to right: similar ones stand near each other.
 *
 * ```ts
 * const merges = [{ left: 1, right: 2, distance: 1, size: 2 }, { left: 0, right: 3, distance: 2, size: 3 }]
 * assert.deepEqual(leafOrder(merges), [0, 1, 2])
 * ```
 *
 * @param merges of n assets, n − 1 of them
 */
export function leafOrder(merges: readonly Merge[]): number[] {
  const n = merges.length + 1
  const order: number[] = []
  const waiting = [n - 1 + merges.length]
  for (let cluster = waiting.pop(); cluster !== undefined; cluster = waiting.pop()) {
    if (cluster < n) order.push(cluster)
    else waiting.push(merges[cluster - n]!.right, merges[cluster - n]!.left)
  }
  return order
}
