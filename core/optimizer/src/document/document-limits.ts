import { OptimizerInputError } from '../input-error.ts'
import { isObject } from './members.ts'

/** More than these are refused. */
export interface DocumentLimits {
  assets: number
  /** Rows, groups and views together. */
  rows: number
  /** Of `params.most_nodes`, which is how long a search for whole shares may take. */
  nodes: number
}

/**
 * Looks at a document before anything is read that grows with it.
 *
 * @throws OptimizerInputError naming the field that has too many entries
 */
export function checkLimits(document: Record<string, unknown>, { assets, rows, nodes }: DocumentLimits): void {
  const { params } = document
  const inParams = isObject(params) ? params : {}
  for (const [field, list] of Object.entries({ ...lists(document), ...lists(inParams, 'params.') })) {
    const most = ['rows', 'groups', 'params.views'].includes(field) ? rows : field === 'returns' ? Infinity : assets
    if (list.length > most) throw tooMany(field, { most, got: list.length })
  }
  const together = [document['rows'], document['groups']].reduce<number>((total, list) => total + lengthOf(list), 0)
  if (together > rows) throw tooMany('rows', { most: rows, got: together, what: 'entries, those of groups included' })
  const firstRow: unknown = Array.isArray(document['returns']) ? document['returns'][0] : []
  if (lengthOf(firstRow) > assets) throw tooMany('returns[0]', { most: assets, got: lengthOf(firstRow) })
  checkNodes(inParams['most_nodes'], nodes)
}

function checkNodes(asked: unknown, most: number): void {
  if (typeof asked !== 'number' || asked <= most) return
  const field = 'params.most_nodes'
  throw new OptimizerInputError('too_many', `${field} must be at most ${most}, got ${asked}`, { field })
}

function lists(document: Record<string, unknown>, prefix = ''): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    Object.entries(document).flatMap(([name, value]) => (Array.isArray(value) ? [[prefix + name, value] as const] : [])),
  )
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0
}

function tooMany(
  field: string,
  { most, got, what = 'entries' }: { most: number; got: number; what?: string },
): OptimizerInputError {
  return new OptimizerInputError('too_many', `${field} must have at most ${most} ${what}, got ${got}`, { field })
}
