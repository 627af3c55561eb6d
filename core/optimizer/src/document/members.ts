import { OptimizerInputError, placeName } from '../input-error.ts'
import type { InputPlace } from '../input-error.ts'
import { assetName } from '../asset-names.ts'
import { unknownField } from '../shapes.ts'

/** What an array with a value for each asset is compared with. */
export interface Universe {
  n: number
  assets: readonly string[] | undefined
}

/** An object of a JSON document, read member by member; what does not fit is told with its path. */
export class Members {
  readonly #path: string
  readonly #values: Readonly<Record<string, unknown>>

  /**
   * @param path of the object in the document; empty for the document itself
   * @throws OptimizerInputError unless the value is an object with no other members than the known ones
   */
  constructor(value: unknown, { path, known }: { path: string; known: readonly string[] }) {
    if (!isObject(value)) throw wrongType(value, { field: path || 'document' }, 'an object')
    this.#path = path
    this.#values = value
    const stranger = Object.keys(value).find((name) => !known.includes(name))
    if (stranger === undefined) return
    throw unknownField(this.pathOf(stranger), known)
  }

  pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`
  }

  has(name: string): boolean {
    return this.value(name) !== undefined
  }

  /** Undefined where it was left out. */
  value(name: string): unknown {
    return Object.hasOwn(this.#values, name) ? this.#values[name] : undefined
  }

  number(name: string): number {
    return numberOf(this.required(name), { field: this.pathOf(name) })
  }

  optionalNumber(name: string): number | undefined {
    return this.has(name) ? this.number(name) : undefined
  }

  text(name: string): string {
    return textOf(this.required(name), { field: this.pathOf(name) })
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name)
    if (value === undefined || typeof value === 'boolean') return value
    throw wrongType(value, { field: this.pathOf(name) }, 'true or false')
  }

  /** One of the choices; undefined where it was left out. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.value(name)
    const chosen = choices.find((choice) => choice === value)
    if (value === undefined || chosen !== undefined) return chosen
    const field = this.pathOf(name)
    const message = `${field} must be ${choices.join(' or ')}, got ${shown(value)}`
    throw new OptimizerInputError('out_of_range', message, { field })
  }

  requiredChoice<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
    this.required(name)
    return this.choice(name, choices)!
  }

  list(name: string): readonly unknown[] {
    return listOf(this.required(name), this.pathOf(name))
  }

  /** @throws OptimizerInputError where one is given that nothing would read */
  absent(names: readonly string[], where: string): void {
    const given = names.find((name) => this.has(name))
    if (given === undefined) return
    const field = this.pathOf(given)
    throw new OptimizerInputError('unknown_field', `${field} must be left out where ${where}`, { field })
  }

  /** One number for each asset. */
  numbers(name: string, universe: Universe): Float64Array {
    return numbersOf(this.required(name), { ...universe, field: this.pathOf(name) })
  }

  /** One number for all assets, or one for each. */
  perAsset(name: string, universe: Universe): number | Float64Array {
    return Array.isArray(this.value(name)) ? this.numbers(name, universe) : this.number(name)
  }

  /** @throws OptimizerInputError where it was left out */
  required(name: string): unknown {
    const value = this.value(name)
    if (value !== undefined) return value
    const field = this.pathOf(name)
    throw new OptimizerInputError('missing_field', `${field} must be given`, { field })
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown, field: string): readonly unknown[] {
  if (Array.isArray(value)) return value
  throw wrongType(value, { field }, 'a list')
}

export function textOf(value: unknown, place: InputPlace): string {
  if (typeof value === 'string') return value
  throw wrongType(value, place, 'a text')
}

export function numberOf(value: unknown, place: InputPlace): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'number') throw wrongType(value, place, 'a number')
  throw new OptimizerInputError('not_finite', `${placeName(place)} must be a finite number, got ${value}`, place)
}

interface NumberList extends Universe {
  field: string
  /** What null stands for; without it null is a fault. */
  blank?: number
}

/** One number for each asset. */
export function numbersOf(value: unknown, { field, n, assets, blank }: NumberList): Float64Array {
  const list = listOf(value, field)
  if (list.length !== n) {
    const message = `${field} must have one number for each of the ${n} assets, got ${list.length}`
    throw new OptimizerInputError('shape', message, { field })
  }
  return Float64Array.from(list, (entry, index) => {
    if (entry === null && blank !== undefined) return blank
    return numberOf(entry, { field, index, asset: assetName(assets, index) })
  })
}

export function wrongType(value: unknown, place: InputPlace, expected: string): OptimizerInputError {
  return new OptimizerInputError('wrong_type', `${placeName(place)} must be ${expected}, got ${shown(value)}`, place)
}

const mostShown = 40

/** As much of a value as a message can bear. */
export function shown(value: unknown): string {
  const text = beginning(value, mostShown + 1)
  return text.length <= mostShown ? text : `${text.slice(0, mostShown - 1)}…`
}

/** Of its JSON; each level takes a character at least, so that no depth of it is too deep. */
function beginning(value: unknown, room: number): string {
  if (typeof value !== 'object' || value === null) return scalar(value)
  const isList = Array.isArray(value)
  let text = isList ? '[' : '{'
  for (const [name, each] of Object.entries(value)) {
    if (text.length > 1) text += ','
    if (!isList) text += `${JSON.stringify(name)}:`
    if (text.length >= room) return text
    text += beginning(each, room - text.length)
  }
  return text + (isList ? ']' : '}')
}

function scalar(value: unknown): string {
  return typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? String(value))
}
