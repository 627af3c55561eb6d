import type { Stretch } from './stretch.ts'
import type { StretchPart } from './stretches.ts'

interface RatioRoot {
  part: StretchPart
  lambda: number
  arc: 'lower' | 'higher'
}

interface Asked {
  riskFree: number
  target: number
}

/** Of λ, on the shortest stretches. */
const rounding = 1e-9

/** Where along the frontier (gain − riskFree) / √variance is the target: on the arc that rises with λ, then on the one that falls. */
export function ratioRoots(parts: readonly StretchPart[], { riskFree, target }: Asked): RatioRoot[] {
  const nearest = new Map<RatioRoot['arc'], RatioRoot & { missed: number }>()
  for (const part of parts) {
    for (const lambda of rootsOn(part.stretch, { riskFree, target })) {
      // At a corner rounding may put the root of either stretch a hair into the other.
      const outside = Math.max(0, part.from - lambda, lambda - part.to)
      const missed = outside === 0 ? 0 : outside / Math.abs(lambda)
      const arc = slopeAt(part.stretch, riskFree, lambda) >= 0 ? 'lower' : 'higher'
      if (missed <= rounding && missed < (nearest.get(arc)?.missed ?? Infinity)) nearest.set(arc, { part, lambda, arc, missed })
    }
  }
  const roots = [...nearest.values()].map(({ part, lambda, arc }) => ({
    part,
    arc,
    lambda: corrected(part, lambda, { riskFree, target }),
  }))
  return roots.toSorted((one, other) => one.lambda - other.lambda)
}

/** λ, closer by a step of Newton's from the ratio of the weights that are found with it. */
function corrected({ stretch, figuresAt }: StretchPart, lambda: number, { riskFree, target }: Asked): number {
  const { gain, variance } = figuresAt(lambda)
  const deviation = Math.sqrt(variance)
  const rate = stretch.gain[1] - (target * (stretch.variance[1] + 2 * stretch.variance[2] * lambda)) / (2 * deviation)
  const step = (target * deviation - (gain - riskFree)) / rate
  // A ratio that hardly changes with λ, as near the tangency portfolio, tells nothing of it.
  return Math.abs(step) <= rounding * lambda ? lambda + step : lambda
}

/** Rising while λ·(gain − riskFree) is below the variance: the tangency portfolio is where they meet. */
function slopeAt({ gain, variance }: Stretch, riskFree: number, lambda: number): number {
  return variance[0] - lambda * (gain[0] - riskFree)
}

/** (gain − riskFree)² = target²·variance, a quadratic equation in λ; roots of the other sign are not asked for. */
function rootsOn({ gain, noise, variance }: Stretch, { riskFree, target }: Asked): number[] {
  const excess = gain[0] - riskFree
  // From the rate itself without risk the ratio is the same all the way, and the greatest.
  if (variance[0] === 0 && Math.abs(excess) <= noise) return []
  const square = target * target
  const a = gain[1] * gain[1] - square * variance[2]
  const b = gain[1] * excess - (square * variance[1]) / 2
  const c = excess * excess - square * variance[0]
  // Of a target of 0 both roots are one, of which rounding may leave none.
  const roots = target === 0 ? quadraticRoots(0, gain[1] / 2, excess) : quadraticRoots(a, b, c)
  return roots.filter((lambda) => (excess + gain[1] * lambda) * target >= 0)
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
