import { OptimizerInputError } from '../input-error.ts'
import { chosenParameter } from '../parameters.ts'
import type { AllocationDocument } from './allocation-document.ts'
import { allocationRules } from './allocation-rules.ts'
import { checkLimits } from './document-limits.ts'
import type { DocumentLimits } from './document-limits.ts'
import { firstOverflow } from './first-overflow.ts'
import { meanVariance } from './mean-variance.ts'
import { isObject, Members, shown, wrongType } from './members.ts'
import { objectiveNames } from './objective-name.ts'
import type { ObjectiveName } from './objective-name.ts'
import type { ObjectiveReader } from './objective-reader.ts'
import type { SolvedDocument } from './outcome-document.ts'
import { blackLittermanReader } from './black-litterman.ts'
import { wireError } from './wire-error.ts'

export type DocumentId = string | number

/** The JSON form of what was found, with the document's own `id` and labels. */
export type OutcomeDocument = { id?: DocumentId; assets?: readonly string[] } & (SolvedDocument | AllocationDocument)

const ofEveryDocument = ['id', 'objective', 'params'] as const

const objectives: Record<ObjectiveName, ObjectiveReader<SolvedDocument | AllocationDocument>> = {
  ...meanVariance,
  ...allocationRules,
  black_litterman: blackLittermanReader,
}

/**
 * What a document with this objective may have, in itself and in `params`.
 *
 * @throws OptimizerInputError for another objective
 */
export function documentFields(objective: ObjectiveName): { fields: readonly string[]; params: readonly string[] } {
  const { fields, params } = objectives[chosenParameter('objective', objective, objectiveNames)]
  return { fields: [...ofEveryDocument, ...fields], params }
}

function isObjective(name: string): name is ObjectiveName {
  return Object.hasOwn(objectives, name)
}

/**
 * Answers a question in its JSON form: a problem in snake_case with number arrays, `objective` and `params`. Reading it checks every
 * field, unknown ones included, and nothing in the answer is NaN or infinite: where something would be, the document is refused.
 *
 * In `bounds`, null is no bound, as a whole, for a side or for an asset, while a side that is left out is 0 or 1; `budget: null` is no
 * budget; a row or group without `lower` or `upper` has none. Members of groups and coefficients of rows may go by label.
 *
 * ```ts
 * const outcome = documentOutcome({
 *   objective: 'max_sharpe',
 *   params: { risk_free: 0.02 },
 *   assets: ['Stocks', 'Bonds'],
 *   expected_returns: [0.1, 0.04],
 *   covariance: [[0.04, 0], [0, 0.01]],
 * })
 * assert.ok(outcome.status === 'optimal' && 'portfolio' in outcome)
 * assert.deepEqual(outcome.portfolio?.weights.map((weight) => weight.toFixed(6)), ['0.500000', '0.500000'])
 * ```
 *
 * @param document what `JSON.parse` made of a text
 * @throws OptimizerInputError naming the field as the document has it, the position in it and the asset
 */
export function documentOutcome(document: unknown, limits?: DocumentLimits): OutcomeDocument {
  try {
    return answered(document, limits)
  } catch (fault) {
    throw fault instanceof OptimizerInputError ? wireError(fault) : fault
  }
}

function answered(document: unknown, limits: DocumentLimits | undefined): OutcomeDocument {
  if (!isObject(document)) throw wrongType(document, { field: 'document' }, 'an object')
  const {
    fields,
    params: known,
    answer,
  }: ObjectiveReader<SolvedDocument | AllocationDocument> = objectives[objectiveOf(document)]
  const members = new Members(document, { path: '', known: [...ofEveryDocument, ...fields] })
  if (limits !== undefined) checkLimits(document, limits)
  const params = new Members(members.value('params') ?? {}, { path: 'params', known })
  const id = readId(members)
  // Labels are checked where they are read.
  const solved = answer(members, params)
  refuseOverflow(solved)
  return { ...id, ...(members.has('assets') ? { assets: members.list('assets').map(String) } : {}), ...solved }
}

function refuseOverflow(solved: object): void {
  const overflow = firstOverflow(solved)
  if (overflow === null) return
  const got = `${overflow.path} = ${overflow.value}; give numbers nearer to 1, such as fractions a year`
  throw new OptimizerInputError('not_finite', `document must have an answer within double precision, got ${got}`, {
    field: 'document',
  })
}

function objectiveOf(document: Record<string, unknown>): ObjectiveName {
  const { objective } = document
  if (typeof objective === 'string' && isObjective(objective)) return objective
  const place = { field: 'objective' }
  if (objective === undefined) {
    throw new OptimizerInputError('missing_field', `objective must be given: one of ${objectiveNames.join(', ')}`, place)
  }
  const message = `objective must be one of ${objectiveNames.join(', ')}, got ${shown(objective)}`
  throw new OptimizerInputError('out_of_range', message, place)
}

function readId(members: Members): { id?: DocumentId } {
  const id = members.value('id')
  if (id === undefined) return {}
  if (typeof id === 'string') return { id }
  if (typeof id === 'number') return { id: members.number('id') }
  throw wrongType(id, { field: 'id' }, 'a text or a number')
}
