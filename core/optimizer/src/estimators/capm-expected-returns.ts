import { numbersOf, argumentOf } from '../shapes.ts'
import { OptimizerInputError } from '../input-error.ts'
import { accurateMean } from './accurate-mean.ts'
import { checkMarketReturns } from './market-returns.ts'
import { compoundGrowth, isArithmetic } from './annualized.ts'
import type { Annualization } from './annualized.ts'
import { columns, present } from './columns.ts'
import { commonRows } from './common-rows.ts'
import type { EstimatorOptions, ReturnEstimate, Returns } from './returns.ts'
import { estimatorFields, usableReturns } from './usable-returns.ts'
import type { UsableReturns } from './usable-returns.ts'
import { assetName } from '../asset-names.ts'
import { finiteParameter } from '../parameters.ts'

export interface CapmOptions extends EstimatorOptions {
  /** Annual, as a fraction. */
  riskFree: number
  /** How the market's return is annualized: its compound growth or A times its mean. */
  annualization: Annualization
  /** Returns of the market by rows; NaN is a gap. Shape [t]; the mean of the assets that have a return in a row when left out. */
  market?: Float64Array | undefined
}

export interface CapmEstimate extends ReturnEstimate {
  /** Shape [n]. */
  betas: Float64Array
  /** Annual. */
  marketReturn: number
}

/**
 * Annual expected returns of the capital asset pricing model: rf + β·(E_m − rf). β is the covariance with the market, over the rows that both
 * have, over the market's variance, over all its rows.
 *
 * Source: W. F. Sharpe, "Capital asset prices: a theory of market equilibrium under conditions of risk", Journal of Finance 19, 1964.
 *
 * ```ts
 * const returns = { kind: 'returns', t: 3, n: 1, data: Float64Array.of(0.02, -0.02, 0.06) } as const
 * const market = Float64Array.of(0.01, -0.01, 0.03)
 * const { betas, expectedReturns } = capmExpectedReturns(returns, {
 *   riskFree: 0.02,
 *   annualization: 'arithmetic',
 *   market,
 *   periodsPerYear: 12,
 * })
 * assert.equal(betas[0].toFixed(12), '2.000000000000')
 * assert.equal(expectedReturns[0].toFixed(12), '0.220000000000')
 * ```
 *
 * @throws OptimizerInputError as for all estimators, for a market of another length or one that does not vary
 */
export function capmExpectedReturns(returns: Returns, options: CapmOptions): CapmEstimate {
  const { riskFree, annualization } = argumentOf('options', options, [...estimatorFields, 'riskFree', 'annualization', 'market'])
  finiteParameter('riskFree', riskFree)
  const { lists, market, usable } = withMarket(returns, options)
  const marketReturns = present(market)
  const marketMean = accurateMean(marketReturns)
  const centeredMarket = market.map((value) => value - marketMean)
  const variance = commonRows(centeredMarket, centeredMarket).covariance
  if (!(variance > 0))
    throw new OptimizerInputError('out_of_range', 'market must vary, got the same return in every row', { field: 'market' })
  const { periodsPerYear } = usable
  const marketReturn = isArithmetic(annualization)
    ? marketMean * periodsPerYear
    : compoundGrowth(marketReturns, periodsPerYear, { field: 'market' })
  const rows = new Int32Array(lists.length)
  const betas = Float64Array.from(lists, (list, i) => {
    const mean = accurateMean(present(list))
    const { covariance, count } = commonRows(
      list.map((value) => value - mean),
      centeredMarket,
    )
    if (count < 2) throw tooFewInCommon(assetName(usable.assets, i), count)
    rows[i] = count
    return covariance / variance
  })
  return { expectedReturns: betas.map((beta) => riskFree + beta * (marketReturn - riskFree)), rows, betas, marketReturn }
}

interface WithMarket {
  /** By asset; shape [t] each. */
  lists: Float64Array[]
  /** Shape [t]. */
  market: Float64Array
  usable: UsableReturns
}

const requirement = { rows: 2, pairwise: true }

/** A market that is given counts as one more asset where rows with gaps are left out. */
function withMarket(returns: Returns, options: CapmOptions): WithMarket {
  const { market } = options
  // Also where there is a market: what is wrong with the returns is told by their own positions.
  const own = usableReturns(returns, options, requirement)
  if (market === undefined) return { lists: columns(own), market: rowMeans(own), usable: own }
  const { t, n, data, assets } = returns
  if (numbersOf('market', market).length !== t)
    throw new OptimizerInputError('shape', `market must have ${t} rows, as the returns have, got ${market.length}`, {
      field: 'market',
    })
  checkMarketReturns(market)
  const labels = Array.from({ length: n }, (_, i) => assetName(assets, i))
  const wide = new Float64Array(t * (n + 1))
  for (let row = 0; row < t; row++) {
    wide.set(data.subarray(row * n, (row + 1) * n), row * (n + 1))
    wide[row * (n + 1) + n] = market[row]!
  }
  const usable = usableReturns(
    { ...returns, n: n + 1, data: wide, assets: [...labels, marketName(labels)] },
    options,
    requirement,
  )
  const lists = columns(usable)
  return { lists: lists.slice(0, n), market: lists[n]!, usable }
}

/** What messages call the market: a label that no asset has. */
function marketName(labels: readonly string[]): string {
  let name = 'the market'
  while (labels.includes(name)) name += ' given'
  return name
}

/** Mean of the assets that have a return; NaN where none has. */
function rowMeans({ t, n, data }: UsableReturns): Float64Array {
  return Float64Array.from({ length: t }, (_, row) => {
    const values = present(data.slice(row * n, (row + 1) * n))
    return values.length === 0 ? Number.NaN : accurateMean(values)
  })
}

function tooFewInCommon(asset: string, count: number): OptimizerInputError {
  const message = `returns of ${asset} must have at least 2 rows in common with the market, got ${count}`
  return new OptimizerInputError('missing_data', message, { field: 'returns', asset })
}
