import { excerpt } from '../plain-text.ts'

/** A reply that does not have the form it must have. The message says where and why. */
export class MalformedReply extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MalformedReply'
  }
}

export type Fields = Record<string, unknown>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function fieldsOf(value: unknown, place: string): Fields {
  if (!isFields(value)) throw new MalformedReply(`${place} must be an object, got ${excerpt(value)}`)
  return value
}

export function listOf(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new MalformedReply(`${place} must be a list, got ${excerpt(value)}`)
  return value
}

export function textOf(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new MalformedReply(`${place} must be a text, got ${excerpt(value)}`)
  return value
}

export function optionalText(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

export function numberOf(value: unknown, place: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new MalformedReply(`${place} must be a number, got ${excerpt(value)}`)
  }
  return value
}

/** 1800 to 9998, in seconds since 1970 UTC: anything else is no moment of a trade. */
const [firstMoment, lastMoment] = [-5_364_662_400, 253_370_764_799]

export function momentOf(value: unknown, place: string): number {
  const moment = numberOf(value, place)
  if (moment >= firstMoment && moment <= lastMoment) return moment
  throw new MalformedReply(`${place} must be a moment in seconds since 1970, got ${moment}`)
}

/** A column in which null stands for a missing value. */
export function columnOf(value: unknown, place: string): readonly (number | null)[] {
  return listOf(value, place).map((each, i) => (each === null ? null : numberOf(each, `${place}[${i}]`)))
}
