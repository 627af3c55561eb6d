import { OptimizerInputError } from './input-error.ts'

/** A parameter that must be a finite number. */
export function finiteParameter(field: string, value: number): number {
  if (Number.isFinite(value)) return value
  throw new OptimizerInputError('not_finite', `${field} must be a finite number, got ${value}`, { field })
}

/** A parameter that is one of a few words. */
export function chosenParameter<Choice extends string>(field: string, value: Choice, choices: readonly Choice[]): Choice {
  if (choices.includes(value)) return value
  const listed = choices.map((choice) => `"${choice}"`).join(' or ')
  throw new OptimizerInputError('out_of_range', `${field} must be ${listed}, got "${value}"`, { field })
}
