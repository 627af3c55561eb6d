import type { Group } from '@portofino/optimizer'

const objectives = [
  'min_volatility',
  'max_utility',
  'efficient_return',
  'efficient_risk',
  'max_sharpe',
  'min_tracking_error',
] as const

/** A problem in the form that the peer reads. */
export interface DrawnProblem {
  objective: (typeof objectives)[number]
  mu: number[]
  sigma: number[][]
  lower: number[]
  upper: number[]
  budget: { min: number; max: number }
  groups: Group[]
  l2: number
  rate: number
  /** Weights that trading starts from. */
  from: number[]
  /** Never allowed itself, so that no tracking error is zero. */
  benchmark: number[]
  /** Rate, risk aversion, return or volatility, as the objective needs; a share of what can be reached until that is known. */
  target: number
}

/** Source: G. Marsaglia, "Xorshift RNGs", Journal of Statistical Software 8, 2003. */
function randomFrom(seed: number): () => number {
  let state = Math.imul(seed, 2_654_435_761) | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** 3 to 40 assets with three factors and risks of their own; every kind of limit in some of them. */
export function drawnProblem(seed: number): DrawnProblem {
  const random = randomFrom(seed + 1)
  for (let k = 0; k < 20; k++) random()
  const n = 3 + Math.floor(38 * random() ** 2)
  const each = (value: (asset: number) => number): number[] => Array.from({ length: n }, (_, asset) => value(asset))
  const loadings = each(() => 0).map(() => [0.1 + 0.1 * random(), 0.2 * random() - 0.1, 0.2 * random() - 0.1])
  const own = each(() => 0.05 + 0.3 * random())
  const sigma = loadings.map((a, i) =>
    loadings.map((b, j) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]! + (i === j ? own[i]! * own[i]! : 0)),
  )
  const isShort = random() < 0.4
  const [lower, upper] = isShort
    ? [each(() => -0.3 * random()), each(() => 0.3 + 0.4 * random())]
    : [each(() => 0), each(() => Math.min(1, (2 + 3 * random()) / n))]
  const members = each((asset) => asset)
  const groups: Group[] = [
    { name: 'first', members: members.slice(0, Math.ceil(n / 2)), upper: 0.45 + 0.3 * random() },
    { name: 'every third', members: members.filter((asset) => asset % 3 === 0), lower: 0.15 * random() },
  ].slice(0, Math.floor(3 * random()))
  const objective = objectives[seed % objectives.length]!
  const hasBand = random() < 0.2
  return {
    objective,
    mu: each((asset) => 0.02 + 0.1 * random() + 0.2 * own[asset]! * random()),
    sigma,
    lower,
    upper,
    budget: hasBand ? { min: 0.8, max: 1.1 } : { min: 1, max: 1 },
    groups,
    l2: random() < 0.25 && objective !== 'min_tracking_error' ? 0.05 * random() : 0,
    rate: random() < 0.25 && objective !== 'min_tracking_error' ? 0.01 * random() : 0,
    from: each(() => 1 / n),
    benchmark: each((asset) => (asset === 0 ? 1.2 : asset === 1 ? -0.2 : 0)),
    target: 0.2 + 0.6 * random(),
  }
}
