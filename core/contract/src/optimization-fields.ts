import { z } from 'zod'

type Schema = z.core.JSONSchema.BaseSchema

/**
 * A field whose form is documented here and checked where it is read, with the position and the asset of what is wrong: a matrix of half a
 * million entries must not become as many faults.
 */
export function documented(schema: Schema, description: string) {
  return z
    .unknown()
    .meta({ ...schema, description })
    .exactOptional()
}

const number: Schema = { type: 'number' }
const numbers: Schema = { type: 'array', items: number }
const matrix: Schema = { type: 'array', items: numbers }
const numberOrNull: Schema = { type: ['number', 'null'] }
const perAsset: Schema = { anyOf: [number, numbers] }
const bound: Schema = { anyOf: [numberOrNull, { type: 'array', items: numberOrNull }] }
const integers: Schema = { type: 'array', items: { type: 'integer', minimum: 0 } }
const sparse: Schema = {
  type: 'object',
  properties: { indices: { ...integers, description: 'numbers of assets, from 0' }, values: numbers },
  required: ['indices', 'values'],
  additionalProperties: false,
  description: 'as many values as indices; 0 for the assets that are not named, those of one named twice add up',
}
const row: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    coefficients: {
      anyOf: [
        { ...numbers, description: 'one for each asset, in order' },
        sparse,
        { type: 'object', additionalProperties: number, description: 'by label; 0 for the assets that are not named' },
      ],
    },
    lower: numberOrNull,
    upper: numberOrNull,
  },
  required: ['name', 'coefficients'],
}
const group: Schema = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    members: { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'string' }] } },
    lower: numberOrNull,
    upper: numberOrNull,
  },
  required: ['name', 'members'],
}
const pair = (name: string, value: Schema): Schema => ({
  type: 'object',
  properties: { from: numbers, [name]: value },
  required: [name],
})

/** What a problem consists of, without its question. */
export const problemFields = {
  assets: documented({ type: 'array', items: { type: 'string' } }, 'labels'),
  expected_returns: documented(numbers, 'a year, as fractions; one for each asset'),
  covariance: documented(matrix, 'a year; a list of rows'),
  returns: documented(
    { type: 'array', items: { type: 'array', items: numberOrNull } },
    'for hrp, in place of covariance: rows are periods, null a gap',
  ),
  bounds: documented(
    { anyOf: [{ type: 'object', properties: { lower: bound, upper: bound } }, { type: 'null' }] },
    'for all or one for each asset; null is no bound, a side left out is 0 or 1; with command, 0 to 1 of a leg L and −1 to 0 of a leg S',
  ),
  budget: documented(
    { anyOf: [numberOrNull, { type: 'object', properties: { min: number, max: number }, required: ['min', 'max'] }] },
    'what the weights add up to, 1 unless given; null leaves it open',
  ),
  rows: documented(
    { type: 'array', items: row },
    'lower <= coefficients·weights <= upper; coefficients by asset in order, as indices and values, or by label',
  ),
  groups: documented({ type: 'array', items: group }, 'limits of several assets together, by number or label'),
  gross_exposure: documented(number, 'most that the sizes of the weights add up to'),
  turnover: documented(
    pair('max', number),
    'most that may be traded from these weights, buys and sales together; with command, from may be left out: the weights as written',
  ),
  costs: documented(
    pair('rate', perAsset),
    'a year, by what is traded from these weights; with command, from may be left out: the weights as written',
  ),
  l2: documented(perAsset, 'penalty on squared weights'),
  psd: documented(
    { enum: ['error', 'clip', 'shift', 'nearest'] },
    'what becomes of a covariance that is not positive semidefinite; error unless given',
  ),
  ratio_risk_free: documented(number, 'risk-free rate for the Sharpe ratio of objectives that need none'),
}
