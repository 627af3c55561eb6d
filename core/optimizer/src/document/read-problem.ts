import type { DenseCovariance } from '../covariance/dense-covariance.ts'
import { OptimizerInputError, placeName } from '../input-error.ts'
import type { Group, Problem, Row } from '../problem/problem.ts'
import { isObject, listOf, Members, numberOf, numbersOf, textOf, wrongType } from './members.ts'
import type { Universe } from './members.ts'
import { assetName, checkLabels } from '../asset-names.ts'

/** Of a document that holds a problem. */
export const problemFields = [
  'assets',
  'expected_returns',
  'covariance',
  'bounds',
  'budget',
  'rows',
  'groups',
  'gross_exposure',
  'turnover',
  'costs',
  'l2',
] as const

/** The problem that a document states; the solver checks what concerns several numbers at once. */
export function readProblem(document: Members): Problem {
  const universe = readUniverse(document)
  const optional = <Value>(name: string, read: () => Value): Record<string, Value> =>
    document.has(name) ? { [camel[name] ?? name]: read() } : {}
  return {
    ...labels(universe),
    covariance: readCovariance(document, universe),
    ...optional('expected_returns', () => document.numbers('expected_returns', universe)),
    ...optional('bounds', () => readBounds(document.value('bounds'), universe)),
    ...optional('budget', () => readBudget(document)),
    ...optional('rows', () => document.list('rows').map((row, index) => readRow(row, `rows[${index}]`, universe))),
    ...optional('groups', () => document.list('groups').map((group, index) => readGroup(group, `groups[${index}]`, universe))),
    ...optional('gross_exposure', () => document.number('gross_exposure')),
    ...optional('turnover', () => readTurnover(document, universe)),
    ...optional('costs', () => readCosts(document, universe)),
    ...optional('l2', () => document.perAsset('l2', universe)),
  }
}

const camel: Readonly<Record<string, string>> = { expected_returns: 'expectedReturns', gross_exposure: 'grossExposure' }

export function labels({ assets }: Universe): { assets?: readonly string[] } {
  return assets === undefined ? {} : { assets }
}

/** How many assets there are, by the first field that tells, and what they are called. */
export function readUniverse(document: Members): Universe {
  const assets = document.has('assets')
    ? document.list('assets').map((label, index) => textOf(label, { field: 'assets', index }))
    : undefined
  const counted = ['covariance', 'assets', 'expected_returns'].find((name) => document.has(name)) ?? 'covariance'
  const n = document.list(counted).length
  if (n === 0) throw new OptimizerInputError('empty', `${counted} must have at least one asset, got none`, { field: counted })
  if (assets !== undefined && assets.length !== n) {
    const message = `assets must have one label for each of the ${n} assets of ${counted}, got ${assets.length}`
    throw new OptimizerInputError('shape', message, { field: 'assets' })
  }
  checkLabels(assets, n)
  return { n, assets }
}

export function readCovariance(document: Members, universe: Universe): DenseCovariance {
  const { n } = universe
  const rows = listOf(document.required('covariance'), 'covariance')
  const data = new Float64Array(n * n)
  rows.forEach((row, i) => data.set(matrixRow(row, { i, universe }), i * n))
  return { kind: 'dense', n, data }
}

function matrixRow(row: unknown, { i, universe }: { i: number; universe: Universe }): number[] {
  const { n, assets } = universe
  const field = 'covariance'
  const asset = assetName(assets, i)
  if (!Array.isArray(row)) throw wrongType(row, { field, index: i * n, asset }, 'a list')
  if (row.length !== n) {
    const message = `covariance of ${asset} must have ${n} numbers, one for each asset, got ${row.length}`
    throw new OptimizerInputError('shape', message, { field, index: i * n, asset })
  }
  return row.map((value: unknown, j) => {
    if (typeof value === 'number' && Number.isFinite(value)) return value
    return numberOf(value, { field: `covariance[${i}][${j}]`, index: i * n + j, asset })
  })
}

function readBounds(value: unknown, universe: Universe): NonNullable<Problem['bounds']> {
  if (value === null) return { lower: -Infinity, upper: Infinity }
  const bounds = new Members(value, { path: 'bounds', known: ['lower', 'upper'] })
  const side = (name: 'lower' | 'upper', none: number, usual: number): number | Float64Array => {
    const given = bounds.value(name)
    if (given === undefined) return usual
    if (given === null) return none
    return Array.isArray(given) ? numbersOf(given, { ...universe, field: `bounds.${name}`, blank: none }) : bounds.number(name)
  }
  return { lower: side('lower', -Infinity, 0), upper: side('upper', Infinity, 1) }
}

function readBudget(document: Members): NonNullable<Problem['budget']> | null {
  const value = document.value('budget')
  if (value === null) return null
  if (typeof value === 'number') return document.number('budget')
  const band = new Members(value, { path: 'budget', known: ['min', 'max'] })
  return { min: band.number('min'), max: band.number('max') }
}

function readRow(value: unknown, path: string, universe: Universe): Row {
  const row = new Members(value, { path, known: ['name', 'coefficients', 'lower', 'upper'] })
  return { name: row.text('name'), coefficients: readCoefficients(row, universe), ...readLimits(row) }
}

/** By asset in order, by numbers of assets, or by their labels. */
function readCoefficients(row: Members, universe: Universe): Row['coefficients'] {
  const given = row.required('coefficients')
  const field = row.pathOf('coefficients')
  if (Array.isArray(given)) return row.numbers('coefficients', universe)
  if (!isObject(given)) throw wrongType(given, { field }, 'a list or an object')
  if (Array.isArray(given['indices']) && Array.isArray(given['values'])) {
    const sparse = new Members(given, { path: field, known: ['indices', 'values'] })
    const numbers = (name: string): number[] =>
      sparse.list(name).map((each, index) => numberOf(each, { field: sparse.pathOf(name), index }))
    return { indices: numbers('indices'), values: numbers('values') }
  }
  const entries = Object.entries(given)
  return {
    indices: entries.map(([label]) => assetNumber(label, { field }, universe)),
    values: entries.map(([label, coefficient]) => numberOf(coefficient, { field, asset: label })),
  }
}

function readGroup(value: unknown, path: string, universe: Universe): Group {
  const group = new Members(value, { path, known: ['name', 'members', 'lower', 'upper'] })
  const field = group.pathOf('members')
  const members = group.list('members').map((member, index) => {
    if (typeof member === 'string') return assetNumber(member, { field, index }, universe)
    return numberOf(member, { field, index })
  })
  return { name: group.text('name'), members, ...readLimits(group) }
}

function assetNumber(label: string, place: { field: string; index?: number }, { assets = [] }: Universe): number {
  const found = assets.indexOf(label)
  if (found >= 0) return found
  const message = `${placeName(place)} must name assets by their labels, got "${label}", which is none of them`
  throw new OptimizerInputError('unknown_label', message, { ...place, asset: label })
}

/** Null, like nothing, is no limit. */
function readLimits(members: Members): { lower?: number; upper?: number } {
  const limit = (name: 'lower' | 'upper'): { lower?: number; upper?: number } =>
    (members.value(name) ?? null) === null ? {} : { [name]: members.number(name) }
  return { ...limit('lower'), ...limit('upper') }
}

function readTurnover(document: Members, universe: Universe): NonNullable<Problem['turnover']> {
  const turnover = new Members(document.value('turnover'), { path: 'turnover', known: ['from', 'max'] })
  return { from: turnover.numbers('from', universe), max: turnover.number('max') }
}

function readCosts(document: Members, universe: Universe): NonNullable<Problem['costs']> {
  const costs = new Members(document.value('costs'), { path: 'costs', known: ['from', 'rate'] })
  return { from: costs.numbers('from', universe), rate: costs.perAsset('rate', universe) }
}
