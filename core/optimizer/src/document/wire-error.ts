import { OptimizerInputError } from '../input-error.ts'
import type { InputErrorCode } from '../input-error.ts'
import { problemFields } from './read-problem.ts'

const atTop: readonly string[] = [...problemFields, 'returns', 'id', 'objective', 'params', 'ratio_risk_free', 'psd', 'document']
/** Names of ours that messages may hold; labels of assets are left alone. */
const ours =
  /\b(?:expectedReturns|grossExposure|riskFree|ratioRiskFree|targetReturn|targetVolatility|riskAversion|minReturn|periodsPerYear|shortRatio|feeRates|mostNodes|atMost|atLeast)\b/g

/** Given by those who read the document, in its own names. */
const ofReading: readonly InputErrorCode[] = ['wrong_type', 'missing_field', 'unknown_field', 'too_many']

/** A document cannot call it. */
const mendedByFunction = '; repairedCovariance mends it'

/** What the solver found wrong, in the names that the document has for it. */
export function wireError(fault: OptimizerInputError): OptimizerInputError {
  const { code, field, index, asset, message } = fault
  if (ofReading.includes(code)) return fault
  const own = wireField(field)
  const rule = inSnakeCase(message.slice(field.length).replace(mendedByFunction, ''))
  return new OptimizerInputError(code, own + rule, { field: own, index: index ?? undefined, asset: asset ?? undefined })
}

function wireField(field: string): string {
  const name = inSnakeCase(field).replace(/^covariance\.(?:data|n)$/, 'covariance')
  return atTop.includes(/^[a-z\d_]*/.exec(name)![0]) ? name : `params.${name}`
}

function inSnakeCase(text: string): string {
  return text.replaceAll(ours, (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
}
