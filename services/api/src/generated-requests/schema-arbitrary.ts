import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { resolved } from './json-schema.ts'
import type { Components, JsonSchema } from './json-schema.ts'

/** What no schema means and every reader must survive. */
export const hostileValue: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1e308,
    2 ** 53,
    '',
    ' ',
    '0',
    '\0',
    '\ud800',
    '‮',
    "' or 1=1 --",
    '../../etc/passwd',
    '{{7*7}}',
    '%00',
    '=1+1',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ minLength: 300, maxLength: 3000 }),
  fc.double(),
  fc.array(fc.constant(0), { maxLength: 50 }),
  fc.constant({ a: { b: { c: {} } } }),
)

/** Values that fit the schema, its examples among them. */
export function schemaArbitrary(schema: JsonSchema, components: Components): Arbitrary<unknown> {
  const rule = resolved(schema, components)
  const examples = rule.examples?.length ? [{ arbitrary: fc.constantFrom(...rule.examples), weight: 2 }] : []
  return fc.oneof(...examples, { arbitrary: built(rule, components), weight: 1 })
}

function built(rule: JsonSchema, components: Components): Arbitrary<unknown> {
  const choices = rule.anyOf ?? rule.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => schemaArbitrary(choice, components)))
  if (rule.enum !== undefined) return fc.constantFrom(...rule.enum)
  if ('const' in rule) return fc.constant(rule.const)
  const build = builders[[rule.type ?? 'object'].flat()[0] ?? 'null']
  return build === undefined ? fc.constant(null) : build(rule, components)
}

const builders: Readonly<Record<string, (rule: JsonSchema, components: Components) => Arbitrary<unknown>>> = {
  string: text,
  boolean: () => fc.boolean(),
  integer: ({ minimum = -1000, maximum = 1000 }) =>
    fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) }),
  number: ({ minimum = -1e9, maximum = 1e9 }) => fc.double({ noNaN: true, min: minimum, max: maximum }),
  array: ({ items = {}, minItems = 0, maxItems = 5 }, components) =>
    fc.array(schemaArbitrary(items, components), { minLength: minItems, maxLength: Math.min(maxItems, 5) }),
  object: members,
}

function text({ format, minLength = 0, maxLength = 60, pattern }: JsonSchema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date')
    return fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'))
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) })
}

function members({ properties = {}, required = [] }: JsonSchema, components: Components): Arbitrary<unknown> {
  const arbitraries = Object.fromEntries(
    Object.entries(properties).map(([name, member]) => [name, schemaArbitrary(member, components)]),
  )
  return fc.record(arbitraries, { requiredKeys: required.filter((name) => name in properties) })
}

/** Nearly what fits: a member changed, missing or too many, or something else altogether. */
export function brokenArbitrary(fitting: Arbitrary<unknown>): Arbitrary<unknown> {
  const broken = fc
    .tuple(fitting, hostileValue, fc.nat(), fc.constantFrom('change', 'remove', 'add', 'replace'))
    .map(([value, hostile, position, way]) => {
      if (typeof value !== 'object' || value === null || way === 'replace') return hostile
      const names = Object.keys(value)
      const name = names[position % Math.max(names.length, 1)] ?? 'x'
      if (way === 'add') return { ...value, [`extra_${position % 7}`]: hostile }
      if (way === 'change') return { ...value, [name]: hostile }
      return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
    })
  return broken
}
