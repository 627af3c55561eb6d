import { z } from 'zod'
import { diagnosticSchema } from './diagnostic.ts'
import { count } from './row-number.ts'

const numbers = z.array(z.number())

const portfolio = z
  .object({
    weights: numbers.describe('in the order of the assets'),
    return: z.number().exactOptional(),
    cost: z.number(),
    volatility: z.number().nullable(),
    sharpe: z.number().exactOptional(),
    risk_free: z.number().exactOptional(),
    tracking_error: z
      .number()
      .exactOptional()
      .describe('of min_tracking_error: volatility a year of the weights less the benchmark'),
  })
  .meta({ id: 'Portfolio' })

const reference = {
  kind: z.enum(['row', 'group', 'lower', 'upper', 'budget', 'gross_exposure', 'turnover']),
  name: z.string().describe('of the row or group, or of the asset whose bound it is; else the kind once more'),
}

const certificate = z
  .object({
    stationarity: z.number(),
    primal_feasibility: z.number(),
    dual_sign: z.number(),
    complementarity: z.number(),
    multipliers: z.array(z.object({ ...reference, value: z.number() })).describe('of the limits that hold'),
    active: z
      .object({ columns: z.string(), rows: z.string() })
      .describe(
        'a sign for each asset, or for each piece that gross exposure, turnover and costs cut assets into, and for budget, rows, groups, gross exposure and turnover, in this order: - at its least, + at its most, 0 between; ? for an asset without bounds that never moved',
      ),
    steps: count,
    reciprocal_condition: z.number(),
    min_eigenvalue: z.number().describe('about the smallest of the covariance, from above'),
    unique: z.boolean().describe('true: no other weights are as good; false: that could not be shown'),
  })
  .describe('relative residuals, computed from the problem itself')
  .meta({ id: 'OptimizationCertificate' })

const corner = z
  .object({
    lambda_from: z.number(),
    lambda_to: z.number().nullable().describe('null: for every λ from there'),
    weights: numbers,
    return: z.number(),
    cost: z.number(),
    volatility: z.number(),
    sharpe: z.number().exactOptional(),
  })
  .meta({ id: 'FrontierCorner' })

const book = z.object({
  value: z.number(),
  invested: z.number(),
  fees: z.number(),
  leftover: z.number(),
  distance: z.number(),
})

const shares = { shares: numbers, leftover: z.number(), long: book, short: book.nullable() }

const estimates = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    sessions: count,
    rows: count.describe('returns that were used'),
    periods_per_year: z.number(),
    returns: z.string(),
    risk: z.string(),
    risk_intensity: z.number().nullable().describe('how far a shrunk covariance was drawn to its target'),
    returns_intensity: z.number().nullable(),
    market: z
      .enum(['benchmark', 'mean', 'written'])
      .nullable()
      .describe('whose returns capm and equilibrium took: of bench=, the mean of all instruments, or the weights as written'),
    market_risk_aversion: z.number().nullable().describe('of equilibrium'),
    risk_free: z.number().nullable(),
    expected_returns: numbers,
    volatilities: numbers,
    written: numbers.describe('weights as written in the command'),
    warnings: z.array(z.object({ code: z.enum(['few_returns', 'market_below_rate']), message: z.string() })),
    data: z.object({ version: z.string(), source: z.string(), as_of: z.string() }),
  })
  .meta({ id: 'Estimates' })

const statuses = [
  'optimal',
  'infeasible',
  'unreachable',
  'no_tangency',
  'unbounded',
  'ill_conditioned',
  'step_limit',
  'zero_variance',
  'riskless',
  'too_few_rows',
  'node_limit',
] as const

const whole = {
  command: z.string().exactOptional().describe('canonical, where one was sent'),
  id: z.union([z.string(), z.number()]).exactOptional(),
  assets: z.array(z.string()).exactOptional(),
  status: z.enum(statuses).describe('what data make impossible is an answer: branch on this'),
}

const ofFailures = {
  explanation: z.string().exactOptional(),
  conflict: z
    .array(z.object({ ...reference, lower: z.number().exactOptional(), upper: z.number().exactOptional() }))
    .exactOptional()
    .describe(
      'infeasible: a smallest set of limits that cannot hold together, each with the side that the others do not leave room for, or both where they are one number',
    ),
  target: z.number().exactOptional(),
  range: z
    .array(z.number().nullable())
    .exactOptional()
    .describe('unreachable: what can be reached, from the least to the most; null is no end'),
  nearest: portfolio.exactOptional(),
  best: portfolio.exactOptional(),
  risk_free: z.number().exactOptional(),
  best_return: z.number().nullable().exactOptional().describe('no_tangency: the highest there is; null is no end'),
  best_assets: z.array(count).exactOptional(),
  reciprocal_condition: z.number().nullable().exactOptional().describe('ill_conditioned: null where numbers overflow'),
  min_eigenvalue: z.number().nullable().exactOptional().describe('ill_conditioned: null where numbers overflow'),
  candidate: z.union([portfolio, z.object(shares)]).exactOptional(),
  assets_at_fault: z.array(count).exactOptional(),
  clusters: z.array(z.array(count)).exactOptional(),
  rows: count.exactOptional(),
  views: z.array(count).exactOptional().describe('infeasible: exact views that cannot hold together, by number'),
  value: z.number().exactOptional().describe('of the last of them'),
  expected: z.number().exactOptional().describe('what the others, or a prior that is certain, leave for it'),
  gap: z.number().exactOptional(),
  nodes: count.exactOptional(),
}

const ofRules = {
  risk_shares: numbers.exactOptional(),
  residual: z.number().exactOptional(),
  order: z.array(count).exactOptional(),
  merges: z.array(z.object({ left: count, right: count, distance: z.number(), size: count })).exactOptional(),
  rows_used: count.nullable().exactOptional(),
  posterior: z.object({ expected_returns: numbers, covariance: z.array(numbers) }).exactOptional(),
  implied: z.object({ status: z.string(), explanation: z.string() }).exactOptional(),
  views_used: z.array(count).exactOptional(),
  shares: numbers.exactOptional(),
  leftover: z.number().exactOptional(),
  long: book.exactOptional(),
  short: book.nullable().exactOptional(),
}

const ofCommand = {
  estimates: estimates.exactOptional().describe('with command: what the problem was made of'),
  diagnostics: z.array(diagnosticSchema).exactOptional().describe('with command: its warnings and notes'),
}

/** What `POST /optimize` answers; which fields there are follows from status and objective. */
export const outcomeSchema = z
  .object({
    ...whole,
    portfolio: portfolio.nullable().exactOptional(),
    alternatives: z.array(portfolio).exactOptional(),
    certificate: certificate.exactOptional(),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })).exactOptional(),
    corners: z.array(corner).exactOptional().describe('of a frontier'),
    ray: numbers.nullable().exactOptional(),
    steps: count.exactOptional(),
    ...ofRules,
    ...ofFailures,
    ...ofCommand,
  })
  .meta({
    id: 'OptimizationOutcome',
    examples: [
      {
        assets: ['Stocks', 'Bonds'],
        status: 'optimal',
        portfolio: {
          weights: [0.5, 0.5],
          return: 0.07,
          cost: 0,
          volatility: 0.11180339887498948,
          sharpe: 0.447213595499958,
          risk_free: 0.02,
        },
        certificate: {
          stationarity: 1.445602896647339e-17,
          primal_feasibility: 0,
          dual_sign: 0,
          complementarity: 0,
          multipliers: [{ kind: 'budget', name: 'budget', value: -0.005 }],
          active: { columns: '00', rows: '-' },
          steps: 2,
          reciprocal_condition: 0.3905325443786982,
          min_eigenvalue: 0.01,
          unique: true,
        },
        warnings: [],
      },
    ],
  })

/** What `POST /optimize/frontier` answers. */
export const frontierOutcomeSchema = z
  .object({
    ...whole,
    corners: z.array(corner).exactOptional(),
    ray: numbers.nullable().exactOptional().describe('null unless returns rise for ever'),
    steps: count.exactOptional(),
    certificate: certificate.exactOptional(),
    ...ofFailures,
    ...ofCommand,
  })
  .meta({
    id: 'FrontierOutcome',
    examples: [
      {
        assets: ['Stocks', 'Bonds'],
        status: 'optimal',
        corners: [
          {
            lambda_from: 0,
            lambda_to: 0,
            weights: [0.20000000000000007, 0.8],
            return: 0.052000000000000005,
            cost: 0,
            volatility: 0.08944271909999159,
          },
          { lambda_from: 0.6666666666666666, lambda_to: null, weights: [1, 0], return: 0.1, cost: 0, volatility: 0.2 },
        ],
        ray: null,
        steps: 2,
      },
    ],
  })
