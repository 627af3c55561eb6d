import { resolved } from './json-schema.ts'
import type { Components, JsonSchema } from './json-schema.ts'

/** Where a value parts from a schema, as `path: what`; empty when it fits. */
export function schemaFaults(
  value: unknown,
  schema: JsonSchema,
  { components, path = '$' }: { components: Components; path?: string },
): string[] {
  const rule = resolved(schema, components)
  const at = (step: string): { components: Components; path: string } => ({ components, path: `${path}${step}` })
  const choices = rule.anyOf ?? rule.oneOf
  if (choices !== undefined) {
    const faults = choices.map((choice) => schemaFaults(value, choice, { components, path }))
    return faults.some((list) => list.length === 0) ? [] : [`${path}: fits none of the choices (${faults.flat().join('; ')})`]
  }
  return [
    ...(rule.allOf ?? []).flatMap((part) => schemaFaults(value, part, { components, path })),
    ...ownFaults(value, rule).map((fault) => `${path}: ${fault}`),
    ...(Array.isArray(value) ? value.flatMap((item, i) => schemaFaults(item, rule.items ?? {}, at(`[${i}]`))) : []),
    ...(isRecord(value) ? memberFaults(value, rule, at) : []),
  ]
}

function memberFaults(
  value: Record<string, unknown>,
  { properties = {}, required = [], additionalProperties = true }: JsonSchema,
  at: (step: string) => { components: Components; path: string },
): string[] {
  const missing = required.filter((name) => !(name in value)).map((name) => `${at(`.${name}`).path}: is missing`)
  const members = Object.entries(value).flatMap(([name, member]) => {
    const rule = properties[name] ?? (additionalProperties === true ? {} : additionalProperties)
    return rule === false ? [`${at(`.${name}`).path}: is not documented`] : schemaFaults(member, rule, at(`.${name}`))
  })
  return [...missing, ...members]
}

function ownFaults(value: unknown, rule: JsonSchema): string[] {
  const types = [rule.type ?? []].flat()
  if (types.length > 0 && !types.some((type) => isOfType(value, type)))
    return [`expected ${types.join(' or ')}, got ${shown(value)}`]
  const fixed = 'const' in rule ? [rule.const] : rule.enum
  if (fixed !== undefined && !fixed.includes(value)) return [`expected one of ${fixed.join(', ')}, got ${shown(value)}`]
  if (typeof value === 'number') return rangeFaults(value, rule)
  return typeof value === 'string' ? patternFaults(value, rule) : []
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? 'nothing'
}

function patternFaults(value: string, { pattern }: JsonSchema): string[] {
  return pattern === undefined || new RegExp(pattern, 'u').test(value) ? [] : [`${shown(value)} does not fit ${pattern}`]
}

function rangeFaults(value: number, { minimum = -Infinity, maximum = Infinity }: JsonSchema): string[] {
  return value >= minimum && value <= maximum ? [] : [`${value} is outside ${minimum}..${maximum}`]
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isRecord(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
