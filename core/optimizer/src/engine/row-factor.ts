import { GrowingCholesky, zeros } from '@portofino/numeric'
import { dot } from './vectors.ts'

/** The factor of A·M⁻¹·A' for the rows that hold, which is small: made when it is asked for, and kept until a column or row comes or goes. */
export class RowFactor {
  readonly #factor: GrowingCholesky
  readonly #buffer: Float64Array

  /** @param most rows that may hold */
  constructor(most: number) {
    this.#factor = new GrowingCholesky(most)
    this.#buffer = zeros(most)
  }

  clear(): void {
    this.#factor.clear()
  }

  /** @param followers of each row, L⁻¹a over the free columns */
  of(followers: readonly Float64Array[], size: number): GrowingCholesky {
    if (this.#factor.size === followers.length) return this.#factor
    this.#factor.clear()
    for (let w = 0; w < followers.length; w++) {
      findProducts(followers, { w, size }, this.#buffer)
      this.#factor.append(this.#buffer)
    }
    return this.#factor
  }
}

/** Products of list w with those before it and itself. Four at a time: their sums do not wait for each other. */
function findProducts(lists: readonly Float64Array[], { w, size }: { w: number; size: number }, out: Float64Array): void {
  const own = lists[w]!
  let v = 0
  for (; v + 3 <= w; v += 4) {
    const [first, second, third, fourth] = [lists[v]!, lists[v + 1]!, lists[v + 2]!, lists[v + 3]!]
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let k = 0; k < size; k++) {
      const value = own[k]!
      a += value * first[k]!
      b += value * second[k]!
      c += value * third[k]!
      d += value * fourth[k]!
    }
    out[v] = a
    out[v + 1] = b
    out[v + 2] = c
    out[v + 3] = d
  }
  for (; v <= w; v++) out[v] = dot(own, lists[v]!, size)
}
