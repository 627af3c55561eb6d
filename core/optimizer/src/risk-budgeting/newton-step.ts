import { choleskyFactor, choleskySolution } from '@portofino/numeric'
import { correlated, type SpinuObjective } from './spinu-objective.ts'

type NewtonStep =
  | { failed: false; largestChange: number }
  /** The row at which the second derivative is not positive definite. */
  | { failed: true; pivot: number }

/**
 * Moves y by a Newton step, in place.
 *
 * With δ the largest |Δy_i/y_i|, the second derivative along the step grows at most like 1/(1 − tδ)², so that the length 1/(1 + δ)
 * always lowers the objective and keeps y positive, and the whole step does so for δ up to ½; no value of the objective is needed.
 *
 * Source: F. Spinu, "An algorithm for computing risk parity weights", 2013; Yu. Nesterov, "Introductory lectures on convex
 * optimization", 2004, section 4.1.5, with the largest relative change in place of the local norm.
 */
export function newtonStep(objective: SpinuObjective, y: Float64Array): NewtonStep {
  const { n, correlations, budgets } = objective
  const curvature = Float64Array.from(correlations)
  const descent = new Float64Array(n)
  for (let i = 0; i < n; i++) {
    curvature[i * n + i]! += budgets[i]! / y[i]! / y[i]!
    descent[i] = budgets[i]! / y[i]! - correlated(objective, y, i)
  }
  const factor = choleskyFactor(curvature, n)
  if (!factor.positive) return { failed: true, pivot: factor.pivot }
  const step = choleskySolution(factor, descent)
  let largestChange = 0
  for (let i = 0; i < n; i++) largestChange = Math.max(largestChange, Math.abs(step[i]! / y[i]!))
  const length = largestChange <= 0.5 ? 1 : 1 / (1 + largestChange)
  for (let i = 0; i < n; i++) y[i]! += length * step[i]!
  return { failed: false, largestChange }
}
