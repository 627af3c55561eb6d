import { linkedDistance, type Linkage } from './linked-distance.ts'

/** Two clusters become one. Clusters 0 to n − 1 are the assets; merge k makes cluster n + k. */
export interface Merge {
  /** The lower of the two ids. */
  left: number
  right: number
  distance: number
  /** Assets in the new cluster. */
  size: number
}

/**
 * Joins the two nearest clusters until one is left. Of equal distances the pair with the lowest ids is joined, compared by its lower id
 * first.
 *
 * Keeps the nearest neighbor of higher id for every cluster, so that it usually takes n² steps.
 *
 * Source: D. Müllner, "Modern hierarchical, agglomerative clustering algorithms", 2011, the generic algorithm.
 *
 * ```ts
 * const distance = Float64Array.of(0, 1, 4, 1, 0, 3, 4, 3, 0)
 * assert.deepEqual(agglomeration(distance, 3), [
 *   { left: 0, right: 1, distance: 1, size: 2 },
 *   { left: 2, right: 3, distance: 3, size: 3 },
 * ])
 * ```
 *
 * @param distance symmetric, left as it is; shape [n × n]
 * @returns n − 1 merges in the order in which they happen
 */
export function agglomeration(distance: Float64Array, n: number, linkage: Linkage = 'single'): Merge[] {
  const state = initialState(distance, n)
  const merges: Merge[] = []
  while (state.active.length > 1) {
    const first = nearestPair(state)
    const second = state.neighbor[first]!
    const left = state.id[first]!
    const right = state.id[second]!
    const size = state.size[first]! + state.size[second]!
    merges.push({ left, right, distance: state.nearest[first]!, size })
    join(state, { first, second, linkage })
    state.id[second] = n + merges.length - 1
    state.size[second] = size
    refresh(state, first, second)
  }
  return merges
}

interface State {
  n: number
  /** Distances between places; a place holds one cluster, and the newest cluster takes the place of its right part. */
  distance: Float64Array
  /** Places in use, by ascending id of their clusters. */
  active: number[]
  id: number[]
  size: number[]
  /** For each place, that of the nearest cluster of higher id, and how far it is. */
  neighbor: number[]
  nearest: number[]
}

function initialState(distance: Float64Array, n: number): State {
  const places = Array.from({ length: n }, (_, place) => place)
  const state: State = {
    n,
    distance: Float64Array.from(distance),
    active: places,
    id: [...places],
    size: places.map(() => 1),
    neighbor: places.map(() => -1),
    nearest: places.map(() => Infinity),
  }
  for (let position = 0; position < n; position++) findNeighbor(state, position)
  return state
}

/** Nearest of those behind a position of `active`; the first of equals. */
function findNeighbor({ n, distance, active, neighbor, nearest }: State, position: number): void {
  const place = active[position]!
  let best = Infinity
  let at = -1
  for (let k = position + 1; k < active.length; k++) {
    const value = distance[place * n + active[k]!]!
    if (value < best || at < 0) {
      best = value
      at = active[k]!
    }
  }
  neighbor[place] = at
  nearest[place] = best
}

/** Place of the cluster with the smallest distance to its neighbor; the last active cluster has no neighbor of higher id. */
function nearestPair({ active, nearest }: State): number {
  let place = active[0]!
  for (let k = 1; k < active.length - 1; k++) if (nearest[active[k]!]! < nearest[place]!) place = active[k]!
  return place
}

/** Puts the distances of the joined cluster in the place of `second`. */
function join(state: State, { first, second, linkage }: { first: number; second: number; linkage: Linkage }): void {
  const { n, distance, size } = state
  const between = distance[first * n + second]!
  for (const place of state.active) {
    if (place === first || place === second) continue
    const value = linkedDistance(linkage, {
      toFirst: distance[place * n + first]!,
      toSecond: distance[place * n + second]!,
      between,
      firstSize: size[first]!,
      secondSize: size[second]!,
      otherSize: size[place]!,
    })
    distance[place * n + second] = distance[second * n + place] = value
  }
}

/** Takes both parts out of the order, puts the whole behind all others, and mends what they were neighbors of. */
function refresh(state: State, first: number, second: number): void {
  const { n, distance, neighbor, nearest } = state
  state.active = state.active.filter((place) => place !== first && place !== second)
  state.active.push(second)
  for (let position = 0; position < state.active.length - 1; position++) {
    const place = state.active[position]!
    const value = distance[place * n + second]!
    if (neighbor[place] === first || neighbor[place] === second || neighbor[place] === -1) findNeighbor(state, position)
    else if (value < nearest[place]!) {
      neighbor[place] = second
      nearest[place] = value
    }
  }
  neighbor[second] = -1
  nearest[second] = Infinity
}
