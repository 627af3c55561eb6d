import { blackLitterman } from '../black-litterman/black-litterman.ts'
import type { View } from '../black-litterman/view-rows.ts'
import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { equilibriumExpectedReturns } from '../estimators/equilibrium-expected-returns.ts'
import { allocatedPortfolio, matrixDocument, volatilityOf } from './allocation-document.ts'
import type { AllocationDocument } from './allocation-document.ts'
import { isObject, Members, numberOf, wrongType } from './members.ts'
import type { Universe } from './members.ts'
import type { ObjectiveReader } from './objective-reader.ts'
import { readCovariance, readUniverse } from './read-problem.ts'

/** Black and Litterman's posterior and the weights that it implies. */
export const blackLittermanReader: ObjectiveReader<AllocationDocument> = {
  fields: ['assets', 'covariance'],
  params: ['prior', 'tau', 'views', 'risk_aversion', 'risk_free'],
  answer,
}

function answer(document: Members, params: Members): AllocationDocument {
  document.required('assets')
  const universe = readUniverse(document)
  const { assets = [] } = universe
  const covariance = readCovariance(document, universe)
  const riskFree = params.optionalNumber('risk_free')
  const outcome = blackLitterman(readPrior(params, covariance, universe), covariance, {
    assets,
    tau: params.optionalNumber('tau'),
    riskFree,
    views: params.list('views').map((view, index) => readView(view, `${params.pathOf('views')}[${index}]`)),
  })
  if (outcome.status === 'infeasible') return outcome
  const { posterior, implied, viewsUsed } = outcome
  const told = {
    posterior: { expected_returns: Array.from(posterior.expectedReturns), covariance: matrixDocument(posterior.covariance) },
    views_used: viewsUsed,
  }
  if (implied.status !== 'optimal') {
    const status = implied.status === 'notScalable' ? 'not_scalable' : 'ill_conditioned'
    return { status: 'optimal', portfolio: null, implied: { status, explanation: implied.explanation }, ...told }
  }
  const { weights } = implied
  const measured = { expectedReturns: posterior.expectedReturns, riskFree }
  const portfolio = allocatedPortfolio(weights, volatilityOf(posterior.covariance, weights), measured)
  return { status: 'optimal', portfolio, ...told }
}

/** Expected returns, or the weights of a market in equilibrium, which imply them. */
function readPrior(params: Members, covariance: DenseCovariance, universe: Universe): Float64Array {
  const prior = params.required('prior')
  const path = params.pathOf('prior')
  if (Array.isArray(prior)) {
    params.absent(['risk_aversion'], `${path} is a list of returns`)
    return params.numbers('prior', universe)
  }
  if (!isObject(prior)) throw wrongType(prior, { field: path }, 'a list of returns or {"market_weights": [...]}')
  const weights = new Members(prior, { path, known: ['market_weights'] }).numbers('market_weights', universe)
  const [riskAversion, riskFree] = [params.number('risk_aversion'), params.number('risk_free')]
  return equilibriumExpectedReturns({ covariance, weights, riskAversion, riskFree })
}

function readView(value: unknown, path: string): View {
  const view = new Members(value, { path, known: ['assets', 'value', 'confidence'] })
  const field = view.pathOf('assets')
  const given = view.required('assets')
  if (!isObject(given)) throw wrongType(given, { field }, 'an object of coefficients by asset')
  const entries = Object.entries(given).map(([asset, coefficient]) => [asset, numberOf(coefficient, { field, asset })] as const)
  return { assets: Object.fromEntries(entries), value: view.number('value'), confidence: view.optionalNumber('confidence') }
}
