import { normalQuantile, philox4x32 } from '@portofino/numeric'
import { arithmeticExpectedReturns, sampleCovariance, sealedCovariance } from '@portofino/optimizer'
import type { Problem, Returns } from '@portofino/optimizer'

/** A problem with an expected return for each asset, and the returns that it was estimated from, if any. */
export interface Task {
  shape: 'equity-like' | 'all-free'
  n: number
  problem: Problem & { expectedReturns: Float64Array }
  returns: Returns | null
}

/** Draws that depend on nothing but a seed. */
function drawsFrom(seed: number): { uniform: () => number; normal: () => number } {
  let place = 0
  const uniform = (): number => {
    const [high, low] = philox4x32([place, 0, 0, 0], [seed, 0x0b7])
    place += 1
    return ((high >>> 5) * 2 ** 26 + (low >>> 6) + 0.5) / 2 ** 53
  }
  return { uniform, normal: () => normalQuantile(uniform()) }
}

/** Daily returns of a market, style factors and each asset's own risk of 15 to 50 % a year. */
export function dailyReturns({ n, t, seed }: { n: number; t: number; seed: number }): Returns {
  const { uniform, normal } = drawsFrom(seed)
  const factors = Math.max(5, Math.floor(n / 20))
  const loadings = Float64Array.from({ length: n * factors }, (_, k) =>
    k % factors === 0 ? 0.7 + 0.6 * uniform() : 0.3 * normal(),
  )
  const own = Float64Array.from({ length: n }, () => (0.15 + 0.35 * uniform()) / Math.sqrt(252))
  const drift = Float64Array.from({ length: n }, () => (0.08 + 0.05 * normal()) / 252)
  const data = new Float64Array(t * n)
  const moves = new Float64Array(factors)
  for (let row = 0; row < t; row++) {
    for (let f = 0; f < factors; f++) moves[f] = (normal() * 0.16) / Math.sqrt(252)
    for (let asset = 0; asset < n; asset++) {
      let value = drift[asset]! + own[asset]! * normal()
      for (let f = 0; f < factors; f++) value += loadings[asset * factors + f]! * moves[f]!
      data[row * n + asset] = value
    }
  }
  return { kind: 'returns', t, n, data }
}

/** The sample covariance of such returns, and expected returns around 8 %: few assets become free. */
export function equityLike(n: number): Task {
  const returns = dailyReturns({ n, t: Math.max(1260, n + 252), seed: n })
  const { covariance } = sampleCovariance(returns, { periodsPerYear: 252 })
  const { expectedReturns } = arithmeticExpectedReturns(returns, { periodsPerYear: 252 })
  return { shape: 'equity-like', n, problem: { covariance: sealedCovariance(covariance), expectedReturns }, returns }
}

/** Widely spread means and well separated risk of each asset's own: nearly every asset becomes free. */
export function allFree(n: number): Task {
  const { uniform, normal } = drawsFrom(n + 1)
  const common = Float64Array.from({ length: n }, () => 0.01 * normal())
  const data = new Float64Array(n * n)
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) data[i * n + j] = common[i]! * common[j]!
    data[i * (n + 1)] = data[i * (n + 1)]! + (0.1 + (0.4 * i) / n) ** 2
  }
  const expectedReturns = Float64Array.from({ length: n }, () => 0.02 + 0.2 * uniform())
  return {
    shape: 'all-free',
    n,
    problem: { covariance: sealedCovariance({ kind: 'dense', n, data }), expectedReturns },
    returns: null,
  }
}
