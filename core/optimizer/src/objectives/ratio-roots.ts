import type { Stretch } from './stretch.ts'
import type { StretchPart } from './stretches.ts'

interface RatioRoot {
  part: StretchPart
  lambda: number
  arc: 'lower' | 'higher'
}

/** Where along the frontier (gain − riskFree) / √variance is the target: on the arc that rises with λ, then on the one that falls. */
export function ratioRoots(
  parts: readonly StretchPart[],
  { riskFree, target }: { riskFree: number; target: number },
): RatioRoot[] {
  const found: RatioRoot[] = []
  for (const part of parts) {
    for (const lambda of rootsOn(part.stretch, { riskFree, target })) {
      if (lambda < part.from || lambda > part.to || found.some((other) => isSame(other.lambda, lambda))) continue
      found.push({ part, lambda, arc: slopeAt(part.stretch, riskFree, lambda) >= 0 ? 'lower' : 'higher' })
    }
  }
  return found
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(a, b)
}

/** Rising while λ·(gain − riskFree) is below the variance: the tangency portfolio is where they meet. */
function slopeAt({ gain, variance }: Stretch, riskFree: number, lambda: number): number {
  return variance[0] - lambda * (gain[0] - riskFree)
}

/** (gain − riskFree)² = target²·variance, a quadratic equation in λ; roots of the other sign are not asked for. */
function rootsOn({ gain, variance }: Stretch, { riskFree, target }: { riskFree: number; target: number }): number[] {
  const excess = gain[0] - riskFree
  const square = target * target
  const a = gain[1] * gain[1] - square * variance[2]
  const b = gain[1] * excess - (square * variance[1]) / 2
  const c = excess * excess - square * variance[0]
  return quadraticRoots(a, b, c).filter((lambda) => (excess + gain[1] * lambda) * target >= 0)
}

/** Real roots of a·x² + 2b·x + c, in order, without cancellation. */
function quadraticRoots(a: number, b: number, c: number): number[] {
  if (a === 0) return b === 0 ? [] : [-c / (2 * b)]
  const discriminant = b * b - a * c
  if (discriminant < 0) return []
  const q = -(b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant))
  const roots = q === 0 ? [0] : [q / a, c / q]
  return roots.toSorted((x, y) => x - y)
}
