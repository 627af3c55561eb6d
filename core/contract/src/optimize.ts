import type { ObjectiveName } from '@portofino/optimizer'
import type { ReturnModel, RiskModel } from '@portofino/simulator'
import { z } from 'zod'
import { documented, problemFields } from './optimization-fields.ts'
import { storableText } from './text.ts'

const objectives = [
  'min_volatility',
  'efficient_return',
  'efficient_risk',
  'max_utility',
  'max_sharpe',
  'target_sharpe',
  'min_tracking_error',
  'frontier',
  'risk_budgeting',
  'hrp',
  'inverse_volatility',
  'inverse_variance',
  'equal_weight',
  'discrete_allocation',
  'black_litterman',
] as const satisfies readonly ObjectiveName[]
const returnModels = [
  'arithmetic',
  'cagr',
  'log',
  'ewma',
  'capm',
  'james_stein',
  'bayes_stein',
  'equilibrium',
] as const satisfies readonly ReturnModel[]
const riskModels = [
  'sample',
  'ewma',
  'ledoit_wolf_constant_variance',
  'ledoit_wolf_constant_correlation',
  'ledoit_wolf_single_factor',
  'oas',
] as const satisfies readonly RiskModel[]

/** Problems beyond these are refused. */
export const optimizationLimits = {
  assets: 500,
  rows: 200,
  nodes: 1_000_000,
  /** A covariance of so many assets, each of its numbers with all its digits. */
  bodyBytes: 6 * 1024 * 1024,
  /** Questions of one user under way at a time; one is computed, the others wait. */
  atATime: 3,
}

const question = {
  id: documented({ anyOf: [{ type: 'string' }, { type: 'number' }] }, 'any of yours; the answer repeats it'),
  command: storableText
    .exactOptional()
    .describe('instruments and a period, with or without weights: estimates come from stored prices; else send covariance'),
  dialect: z
    .enum(['default', 'legacy'])
    .exactOptional()
    .describe('with command; legacy: exactly the rules of the original system'),
  risk_free: z
    .number()
    .exactOptional()
    .describe('with command: the yearly risk-free rate, as a fraction; else that of rf= in it'),
  estimates: z
    .strictObject({
      returns: z.enum(returnModels).exactOptional(),
      risk: z.enum(riskModels).exactOptional(),
      span: z.number().exactOptional().describe('of the ewma models, in sessions'),
    })
    .exactOptional()
    .describe('with command: how returns and risks are estimated; arithmetic and sample unless given'),
  ...problemFields,
}

const ofCommand = ['dialect', 'risk_free', 'estimates'] as const
const ofProblem = ['assets', 'expected_returns', 'covariance', 'returns', 'psd', 'ratio_risk_free'] as const

/** Fields of the form that was not chosen would do nothing. */
function oneForm(body: Record<string, unknown>, context: z.core.$RefinementCtx): void {
  const hasCommand = body['command'] !== undefined
  for (const field of hasCommand ? ofProblem : ofCommand) {
    if (body[field] === undefined) continue
    const message = hasCommand ? 'does not go with command, which is what it is estimated from' : 'goes with command only'
    context.addIssue({ code: 'custom', path: [field], message, input: body[field] })
  }
}

const exampleProblem = {
  objective: 'max_sharpe',
  params: { risk_free: 0.02 },
  assets: ['Stocks', 'Bonds'],
  expected_returns: [0.1, 0.04],
  covariance: [
    [0.04, 0],
    [0, 0.01],
  ],
}
const exampleLimits = {
  ...exampleProblem,
  objective: 'min_volatility',
  params: {},
  bounds: { upper: 0.9 },
  rows: [
    { name: 'income', coefficients: [0.02, 0.03], lower: 0.022 },
    { name: 'least stocks', coefficients: { indices: [0], values: [1] }, lower: 0.3 },
    { name: 'duration', coefficients: { Bonds: 7 }, upper: 4.2 },
  ],
}
const exampleUniverse = { command: 'AAPL MSFT KO 2020-01-01 2022-12-31', risk_free: 0.02, bounds: { upper: 0.6 } }

/** `POST /optimize`. */
export const optimizeBody = z
  .strictObject({
    objective: z.enum(objectives),
    params: documented({ type: 'object' }, 'of the objective: risk_free, target_return, …'),
    ...question,
  })
  .superRefine(oneForm)
  .meta({ id: 'Optimization', examples: [exampleProblem, exampleLimits, { ...exampleUniverse, objective: 'max_sharpe' }] })

const { returns: _, ...ofFrontier } = question

/** `POST /optimize/frontier`. */
export const frontierBody = z
  .strictObject(ofFrontier)
  .superRefine(oneForm)
  .meta({ id: 'FrontierOrder', examples: [exampleUniverse] })
