/** ½y'Cy − Σ b_i ln y_i over y > 0: at its minimum y_i(Cy)_i = b_i. */
export interface SpinuObjective {
  n: number
  /** C: 1 on the diagonal; shape [n × n]. */
  correlations: Float64Array
  /** b: positive, summing to 1; shape [n]. */
  budgets: Float64Array
}

/** Row i of C times y. */
export function correlated({ n, correlations }: SpinuObjective, y: Float64Array, i: number): number {
  let total = 0
  for (let j = 0, at = i * n; j < n; j++, at++) total += correlations[at]! * y[j]!
  return total
}

/**
 * One round of cyclical coordinate descent: each y_i in turn becomes the positive root of y_i² + s_i·y_i = b_i, s_i = Σ_{j≠i} C_ij·y_j.
 *
 * Source: T. Griveau-Billion, J.-C. Richard and T. Roncalli, "A fast algorithm for computing high-dimensional risk parity portfolios",
 * 2013.
 *
 * @returns the largest relative change
 */
export function descend(objective: SpinuObjective, y: Float64Array): number {
  let largest = 0
  for (let i = 0; i < objective.n; i++) {
    const before = y[i]!
    const others = correlated(objective, y, i) - before
    const budget = objective.budgets[i]!
    const root = Math.sqrt(others * others + 4 * budget)
    y[i] = others > 0 ? (2 * budget) / (others + root) : (root - others) / 2
    largest = Math.max(largest, Math.abs(y[i]! - before) / before)
  }
  return largest
}
