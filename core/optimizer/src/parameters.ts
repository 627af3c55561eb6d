import { OptimizerInputError, placeName } from './input-error.ts'
import type { InputPlace } from './input-error.ts'
import { kindOf, wrongType } from './shapes.ts'

/** A parameter that must be a finite number. */
export function finiteParameter(place: string | InputPlace, value: number): number {
  if (typeof value !== 'number') throw wrongType(place, 'a finite number', value)
  if (Number.isFinite(value)) return value
  const named = typeof place === 'string' ? { field: place } : place
  throw new OptimizerInputError('not_finite', `${placeName(named)} must be a finite number, got ${value}`, named)
}

interface Rule {
  /** What must be, in words. */
  rule: string
  holds: (value: number) => boolean
}

export const aboveZero: Rule = { rule: 'a finite number above 0', holds: (value) => value > 0 && value < Infinity }
export const fromZero: Rule = { rule: 'a finite number of at least 0', holds: (value) => value >= 0 && value < Infinity }

/** A parameter that must be a number of some kind. */
export function numberParameter(field: string, value: number, { rule, holds }: Rule): number {
  if (typeof value !== 'number') throw wrongType(field, rule, value)
  if (holds(value)) return value
  throw new OptimizerInputError('out_of_range', `${field} must be ${rule}, got ${value}`, { field })
}

/** A parameter that is true, false, or left out. */
export function flagParameter(field: string, value: boolean | undefined): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value
  throw wrongType(field, 'true or false', value)
}

/** A parameter that is one of a few words. */
export function chosenParameter<Choice extends string>(field: string, value: Choice, choices: readonly Choice[]): Choice {
  if (choices.includes(value)) return value
  const listed = choices.map((choice) => `"${choice}"`).join(' or ')
  throw new OptimizerInputError('out_of_range', `${field} must be ${listed}, got ${kindOf(value)}`, { field })
}
