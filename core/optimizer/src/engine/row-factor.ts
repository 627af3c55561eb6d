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
      for (let v = 0; v <= w; v++) this.#buffer[v] = dot(followers[w]!, followers[v]!, size)
      this.#factor.append(this.#buffer)
    }
    return this.#factor
  }
}
