import { OptimizerInputError, placeName } from './input-error.ts'
import type { InputPlace } from './input-error.ts'

/** What a message calls a value of another type than was asked for. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  if (ArrayBuffer.isView(value)) return `a ${Object.prototype.toString.call(value).slice(8, -1)}`
  if (typeof value === 'string') return `"${value}"`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/** @throws OptimizerInputError that names the field, and what it is instead */
export function wrongType(place: string | InputPlace, wanted: string, value: unknown): OptimizerInputError {
  const named = typeof place === 'string' ? { field: place } : place
  return new OptimizerInputError('wrong_type', `${placeName(named)} must be ${wanted}, got ${kindOf(value)}`, named)
}

/** The value itself, where it is a number, whichever. */
export function numberOf(place: string | InputPlace, value: number, wanted = 'a number'): number {
  if (typeof value === 'number') return value
  throw wrongType(place, wanted, value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value)
}

/** The value itself, where it is an object with fields. */
export function objectOf<Value extends object>(field: string, value: Value): Value {
  if (isObject(value)) return value
  throw wrongType(field, 'an object', value)
}

/** An argument itself, where it is an object without other fields than the known: what is misspelt would do nothing. */
export function argumentOf<Value extends object>(name: string, value: Value, known: readonly (keyof Value)[]): Value {
  if (!isObject(value)) throw wrongType(name, `an object with ${known.join(', ')}`, value)
  return withoutOthers('', value, known)
}

/** A part of an argument itself, where it is an object without other fields than the known. */
export function partOf<Value extends object>(place: string, value: Value, known: readonly (keyof Value)[]): Value {
  return withoutOthers(`${place}.`, objectOf(place, value), known)
}

function withoutOthers<Value extends object>(before: string, value: Value, known: readonly (keyof Value)[]): Value {
  const others: readonly PropertyKey[] = known
  for (const name in value) {
    if (others.includes(name) || value[name] === undefined) continue
    throw unknownField(`${before}${name}`, others)
  }
  return value
}

/** What is told of a field that is not known, which would do nothing. */
export function unknownField(field: string, known: readonly PropertyKey[]): OptimizerInputError {
  const choice = known.length === 0 ? 'there are no fields here' : `the fields here are ${known.join(', ')}`
  return new OptimizerInputError('unknown_field', `${field} must be left out or renamed; ${choice}`, { field })
}

/** The value itself, where it is an array. */
export function listOf<Value extends readonly unknown[]>(field: string, value: Value): Value {
  if (Array.isArray(value)) return value
  throw wrongType(field, 'an array', value)
}

/** Whether it is a Float64Array, of this window or another. */
export function isNumbers(value: unknown): value is Float64Array {
  return value instanceof Float64Array || Object.prototype.toString.call(value) === '[object Float64Array]'
}

/** The value itself, where it is a Float64Array. */
export function numbersOf(field: string, value: Float64Array): Float64Array {
  if (isNumbers(value)) return value
  throw wrongType(field, 'a Float64Array', value)
}
